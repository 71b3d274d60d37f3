package dev.marketlake.allinone;

import dev.marketlake.allinone.explain.Explanation;
import dev.marketlake.allinone.explain.Fact;
import dev.marketlake.market.Interval;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "explain",
        description =
                "Tells why an alert or a bar is what it is: its row, the raw events behind it with their positions and request"
                        + " ids, and the provider's own payload.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(description = "An alert of gold.alerts.", mixinStandardHelpOptions = true)
    int alert(
            @Mixin LakeOptions options,
            @Option(names = "--json", description = "For machines.") boolean json,
            @Parameters(
                            paramLabel = "ID",
                            description = "Its alert_id, for example volume-spike|AAPL|1m|2026-06-02T13:30:00Z.")
                    String id) {
        try (var access = options.open(System.getenv())) {
            var found = Explanation.ofAlert(access.lake(), id)
                    .orElseThrow(() -> new CommandFailure("there is no alert '" + id
                            + "': marketlake query \"SELECT alert_id FROM gold.alerts\" lists them"));
            return print(List.of(found), json);
        }
    }

    @Command(description = "A bar of silver.bars.", mixinStandardHelpOptions = true)
    int bar(
            @Mixin LakeOptions options,
            @Option(
                            names = "--interval",
                            paramLabel = "INTERVAL",
                            defaultValue = "1m",
                            description = "1m 5m 15m 30m 1h 1d; 1m where left out.")
                    String interval,
            @Option(names = "--json", description = "For machines.") boolean json,
            @Parameters(paramLabel = "SYMBOL", description = "For example AAPL.") String symbol,
            @Parameters(paramLabel = "TIME", description = "When it opens, UTC, for example 2026-06-02T13:30:00Z.")
                    String time) {
        var length = interval(interval);
        var open = time(time);
        try (var access = options.open(System.getenv())) {
            var found = Explanation.ofBar(access.lake(), symbol, open, length);
            if (found.isEmpty()) {
                throw new CommandFailure("there is no " + interval + " bar of " + symbol + " at " + time
                        + " in silver.bars: marketlake rejected list --symbol " + symbol
                        + " tells what could not be used");
            }
            return print(found, json);
        }
    }

    private Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException none) {
            throw new ParameterException(
                    spec.commandLine(), "'" + text + "' is no time: write it in UTC, like 2026-06-02T13:30:00Z", none);
        }
    }

    private Interval interval(String label) {
        try {
            return Interval.of(label);
        } catch (IllegalArgumentException none) {
            throw new ParameterException(spec.commandLine(), String.valueOf(none.getMessage()), none);
        }
    }

    private int print(List<Fact> facts, boolean json) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(facts));
        } else {
            facts.forEach(fact -> fact.lines().forEach(out::println));
        }
        out.flush();
        return 0;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what: alert ID, or bar SYMBOL TIME.");
    }
}
