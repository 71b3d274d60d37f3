package dev.marketlake.allinone;

import dev.marketlake.allinone.rejected.RejectedFilter;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.observation.Reason;
import dev.marketlake.stream.observation.Severity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which rejected records a command is about. */
final class RejectedOptions {
    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--reason", paramLabel = "CODE", description = "With this reason, such as UNKNOWN_SYMBOL.")
    private @Nullable String reason;

    @Option(names = "--symbol", paramLabel = "SYMBOL", description = "Of this symbol.")
    private @Nullable String symbol;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Rejected since: 2026-06-02T13:30:00Z, or PT2H for the last two hours.")
    private @Nullable String since;

    boolean given() {
        return reason != null || symbol != null || since != null;
    }

    /** @throws ParameterException naming the option that cannot be meant */
    RejectedFilter filter(Clock clock) {
        return new RejectedFilter(
                reason == null ? null : reason(reason),
                symbol == null ? null : symbol(symbol),
                since == null ? null : since(since, clock));
    }

    private String reason(String text) {
        var known = Arrays.stream(Reason.values())
                .filter(one -> one.severity() == Severity.REJECT)
                .map(Reason::name)
                .toList();
        var wanted = text.toUpperCase(Locale.ROOT);
        if (!known.contains(wanted)) {
            throw refused("--reason " + text + " is none: use one of "
                    + known.stream().sorted().collect(Collectors.joining(", ")));
        }
        return wanted;
    }

    private String symbol(String text) {
        if (!Symbol.isValid(text)) {
            throw refused("--symbol '" + text + "' is no symbol: use one such as AAPL");
        }
        return text;
    }

    private Instant since(String text, Clock clock) {
        try {
            return text.startsWith("P") ? clock.instant().minus(Duration.parse(text)) : Instant.parse(text);
        } catch (DateTimeParseException neither) {
            throw refused("--since " + text + " is no time: use 2026-06-02T13:30:00Z, or PT2H for the last two hours");
        }
    }

    private ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
