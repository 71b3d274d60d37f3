package dev.marketlake.allinone;

import dev.marketlake.allinone.suite.Component;
import dev.marketlake.allinone.suite.Suite;
import dev.marketlake.allinone.suite.SuiteFailure;
import java.util.EnumMap;
import java.util.Map;

/** Starts a component again when it ends without being asked to: three times, then the suite gives up. */
final class Supervision {
    private static final int PATIENCE = 3;

    private final Suite suite;
    private final Terminal terminal;
    private final StopSignal stop;
    private final Map<Component, Integer> falls = new EnumMap<>(Component.class);

    Supervision(Suite suite, Terminal terminal, StopSignal stop) {
        this.suite = suite;
        this.terminal = terminal;
        this.stop = stop;
    }

    /** @throws SuiteFailure if a component fell too often, or does not come back */
    void look() {
        for (var component : suite.fallen()) {
            int fall = falls.merge(component, 1, Integer::sum);
            if (fall > PATIENCE) {
                throw new SuiteFailure(
                        "The " + component.title() + " ended " + fall + " times; " + suite.lastWords(component));
            }
            terminal.print("The " + component.title() + " ended unexpectedly; starting it again (" + fall + " of "
                    + PATIENCE + ")");
            try (var whileStarting = stop.interruptible()) {
                suite.restart(component);
            }
            terminal.print("The " + component.title() + " is back");
        }
    }
}
