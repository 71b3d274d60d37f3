package dev.marketlake.allinone;

import dev.marketlake.allinone.query.LakeAccess;
import dev.marketlake.allinone.query.RowPrinter;
import dev.marketlake.allinone.replay.KnownAt;
import dev.marketlake.allinone.replay.KnownLake;
import dev.marketlake.allinone.replay.Replay;
import dev.marketlake.allinone.replay.ReplayFailure;
import dev.marketlake.allinone.suite.DataFolder;
import dev.marketlake.config.Watchlist;
import dev.marketlake.market.Symbol;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A query of what was known at an instant. */
final class KnownAtOptions {
    @Option(
            names = "--known-at",
            required = true,
            paramLabel = "TIME",
            description = {
                "As everything observed up to then makes it, for example 2026-06-02T15:30:00Z, however it was corrected since: bars,",
                "readings, standing alerts and daily bars of --symbols from --from to --to, derived by a history job once and kept, and",
                "their raw records. Every other table is refused."
            })
    private Instant time = Instant.EPOCH;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "DATE",
            description = "With --known-at: first trade date, such as 2026-06-01.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            description = "With --known-at: last trade date. Default: the first one.")
    private @Nullable LocalDate to;

    @Option(
            names = "--symbols",
            paramLabel = "A,B",
            split = ",",
            description = "With --known-at: default all of symbols.yml.")
    private List<String> symbols = List.of();

    /** @return exit code @throws CommandFailure where it cannot be answered */
    int answer(LakeOptions options, String sql, RowPrinter printer) {
        var home = Home.find();
        var folder = options.folder();
        try {
            if (!answerKept(home, folder, sql, printer)) {
                derive(home, folder, sql, printer);
            }
            return 0;
        } catch (ReplayFailure failure) {
            throw new CommandFailure(String.valueOf(failure.getMessage()), failure);
        }
    }

    private boolean answerKept(Home home, DataFolder folder, String sql, RowPrinter printer) {
        try (var access = LakeAccess.of(folder)) {
            var config = SuiteAtHand.config(home, folder);
            var kept = KnownLake.kept(asked(config), home.root(), folder, config, access.lake(), Clock.systemUTC());
            kept.ifPresent(known -> known.query(sql, printer));
            return kept.isPresent();
        }
    }

    /** What is told on the way goes beside the answer, not into it. */
    private void derive(Home home, DataFolder folder, String sql, RowPrinter printer) {
        var terminal = Terminal.beside(System.err);
        var clock = Clock.systemUTC();
        try (var place = SuiteAtHand.of(home, folder, SuiteAtHand.FOR_A_RANGE, terminal, clock);
                var access = LakeAccess.of(folder)) {
            var site = place.site();
            new Replay(site, access.lake(), clock, new ReplayDisplay(terminal, clock))
                    .known(asked(site.config()))
                    .query(sql, printer);
        }
    }

    private KnownAt asked(Path config) {
        return new KnownAt(time, from, to == null ? from : to, symbols.isEmpty() ? all(config) : symbols);
    }

    private static List<String> all(Path config) {
        return Watchlist.read(config.resolve("symbols.yml")).symbols().stream()
                .map(Symbol::value)
                .toList();
    }
}
