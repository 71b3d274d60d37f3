package dev.marketlake.allinone;

import dev.marketlake.allinone.rejected.RawPlace;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Positions as they are typed. */
final class RawPlaces {
    private RawPlaces() {}

    /** @throws ParameterException naming the text that is no position */
    static RawPlace place(String text, RawPlace.Naming naming, CommandSpec spec) {
        try {
            return naming.place(text);
        } catch (IllegalArgumentException none) {
            throw new ParameterException(spec.commandLine(), String.valueOf(none.getMessage()), none);
        }
    }
}
