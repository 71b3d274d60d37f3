package dev.marketlake.allinone;

import dev.marketlake.allinone.rejected.Fate;
import dev.marketlake.allinone.rejected.RawPlace;
import dev.marketlake.allinone.rejected.RejectedRecords;
import dev.marketlake.allinone.rejected.Resubmission;
import dev.marketlake.allinone.rejected.Resubmission.Mode;
import dev.marketlake.allinone.rejected.Resubmission.Repetition;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "resubmit",
        description =
                "Sends rejected records to market.raw again, byte for byte, named by position or by a filter. One that was sent again"
                        + " before, as far back as market.raw is kept, is left alone.",
        footer =
                "Exit code 0 if every record that was named is in market.raw again, and every one the filter takes is or was before.",
        mixinStandardHelpOptions = true)
final class RejectedResubmitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RunningSuite suite = new RunningSuite();

    @Mixin
    private RejectedOptions which = new RejectedOptions();

    @Parameters(
            paramLabel = "TOPIC-PARTITION-OFFSET",
            arity = "0..*",
            description = "As the list has them, such as market.raw-2-1234.")
    private List<String> positions = List.of();

    @Option(names = "--dry-run", description = "Tells what would be sent, and sends nothing.")
    private boolean dryRun;

    @Option(names = "--again", description = "Also what was sent again before.")
    private boolean again;

    @Override
    public Integer call() {
        if (positions.isEmpty() != which.given()) {
            throw new ParameterException(
                    spec.commandLine(), "Name positions, or a filter (--reason, --symbol, --since), and not both.");
        }
        var filter = which.filter(Clock.systemUTC());
        var endpoints = suite.find().endpoints();
        var naming = new RejectedRecords(endpoints).naming();
        var places = positions.stream()
                .map(position -> RawPlaces.place(position, naming, spec))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var repetition = again ? Repetition.WANTED : Repetition.REFUSED;
        var mode = dryRun ? Mode.DRY_RUN : Mode.SEND;
        var resubmission = new Resubmission(endpoints);
        var fates = places.isEmpty()
                ? resubmission.of(filter, repetition, mode)
                : resubmission.of(places, repetition, mode);
        print(fates, missing(places, fates), naming);
        return places.isEmpty() ? ofFilter(fates) : ofPlaces(places, fates);
    }

    private static int ofFilter(List<Fate> fates) {
        return fates.stream().allMatch(fate -> fate.isDone() || fate instanceof Fate.SentBefore) ? 0 : 1;
    }

    private static int ofPlaces(Set<RawPlace> places, List<Fate> fates) {
        return fates.stream().filter(Fate::isDone).count() == places.size() ? 0 : 1;
    }

    private static Set<RawPlace> missing(Set<RawPlace> places, List<Fate> fates) {
        var missing = new LinkedHashSet<>(places);
        fates.forEach(fate -> missing.remove(fate.from()));
        return missing;
    }

    private void print(List<Fate> fates, Set<RawPlace> missing, RawPlace.Naming naming) {
        var out = spec.commandLine().getOut();
        fates.forEach(fate -> out.println(fate.line(naming)));
        missing.forEach(place -> out.println(naming.name(place) + " is not in market.rejected"));
        long done = fates.stream().filter(Fate::isDone).count();
        out.println(String.format(
                Locale.ROOT,
                "%,d %s, %,d not",
                done,
                dryRun ? "would be sent" : "sent again",
                fates.size() + missing.size() - done));
        out.flush();
    }
}
