package dev.marketlake.allinone.replay;

import dev.marketlake.allinone.query.Lake;
import dev.marketlake.allinone.query.LiveTable;
import dev.marketlake.config.Watchlist;
import dev.marketlake.topics.JobTopics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** What becomes of the rows that a job derived and landed: compared with the lake, put in its place, or kept beside it. For one thread. */
final class Conclusion {
    private static final Duration SINK_PATIENCE = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final Site site;
    private final Lake lake;
    private final Clock clock;
    private final Progress progress;
    private final Watchlist watchlist;
    private final JobClients clients;

    Conclusion(Site site, Lake lake, Clock clock, Progress progress, Watchlist watchlist, JobClients clients) {
        this.site = site;
        this.lake = lake;
        this.clock = clock;
        this.progress = progress;
        this.watchlist = watchlist;
        this.clients = clients;
    }

    /** Does what the job is for. @throws ReplayFailure where that cannot be finished now */
    Report of(JobFolder folder, JobState state, JobTopics topics) {
        return switch (state.request().purpose()) {
            case VERIFY -> verify(folder, state);
            case REWRITE -> rewrite(folder, state, topics);
            case KNOWN -> keep(folder, state);
        };
    }

    private Report verify(JobFolder folder, JobState state) {
        try (var comparison =
                Comparison.of(this::table, folder.replayed(), state.request().scope(), folder.spill())) {
            var outcomes = comparison.outcomes();
            var differences = outcomes.stream()
                    .filter(outcome -> !outcome.isEqual())
                    .flatMap(outcome -> comparison.differences(outcome.table()).stream())
                    .limit(Comparison.IN_WORDS)
                    .toList();
            var line = String.format(
                    Locale.ROOT,
                    "replay of %s %s: %s; %,d raw events, %.1f s",
                    state.request().describe(),
                    differences.isEmpty() ? "equals the lake" : "does not equal the lake",
                    Report.figures(outcomes),
                    state.events(),
                    seconds(state.clock()));
            return new Report(line, differences, folder.replayed().toString());
        }
    }

    private Report keep(JobFolder folder, JobState state) {
        KnownFolder.of(site.data(), clock)
                .keep(
                        state.known(),
                        this::table,
                        folder.replayed(),
                        state.request().scope(),
                        folder.spill());
        var line = String.format(
                Locale.ROOT,
                "%s as known at %s derived from %,d raw events",
                state.request().describe(),
                state.clock(),
                state.events());
        return new Report(line, List.of(), "");
    }

    private Report rewrite(JobFolder folder, JobState state, JobTopics topics) {
        var request = state.request();
        var boundary = LiveBoundary.of(lake, watchlist, state.depth().depthSessions(), folder.spill());
        progress.said(boundary.describe(request.symbols()));
        var scope = request.scope() + " AND " + boundary.condition(request.symbols());
        var stale = StaleDates.in(site.data().jobs());
        Rewriting.Written written;
        try (var comparison = Comparison.of(this::table, folder.replayed(), scope, folder.spill())) {
            stale.restOn(comparison.barDays(), state.depth().warmUpSessions());
            written = new Rewriting(clients, topics, new Withdrawals(state.clock()))
                    .write(comparison, comparison.days(), progress);
        }
        if (written.days() > 0) {
            awaitInLake(folder, scope);
        }
        stale.fresh(request, boundary);
        var line = String.format(
                Locale.ROOT,
                "replay of %s: %,d rows written and %,d withdrawn on %s, the rest was right already; %,d raw events, %.1f s",
                request.describe(),
                written.rows(),
                written.withdrawn(),
                written.days() == 1 ? "1 trade date" : written.days() + " trade dates",
                state.events(),
                seconds(state.clock()));
        return new Report(line, List.of(), "");
    }

    private void awaitInLake(JobFolder folder, String scope) {
        long giveUpAt = System.nanoTime() + SINK_PATIENCE.toNanos();
        while (true) {
            progress.stands("waiting for the lake sink", 1);
            try (var comparison = Comparison.of(this::table, folder.replayed(), scope, folder.spill())) {
                var left = comparison.days();
                if (left.isEmpty()) {
                    return;
                }
                if (System.nanoTime() - giveUpAt > 0) {
                    throw new ReplayFailure("the rows are published, but after " + SINK_PATIENCE.toMinutes()
                            + " minutes the lake still differs on " + left.size()
                            + " trade dates: see marketlake status for the sink, then resume");
                }
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private Optional<LiveTable> table(String name) {
        return lake.live(name, file -> true);
    }

    private double seconds(Instant since) {
        return Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }
}
