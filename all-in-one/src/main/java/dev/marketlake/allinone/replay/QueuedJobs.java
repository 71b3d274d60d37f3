package dev.marketlake.allinone.replay;

import dev.marketlake.allinone.query.Lake;
import dev.marketlake.allinone.replay.ReplayRequest.Purpose;
import dev.marketlake.allinone.replay.ReplayRequest.Source;
import dev.marketlake.config.Watchlist;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/** Runs the jobs that events beyond the live depth wait for, one after the other, and notes that they are done. For one thread. */
public final class QueuedJobs {
    private final Site site;
    private final Lake lake;
    private final Replay replay;
    private final Progress progress;

    public QueuedJobs(Site site, Lake lake, Replay replay, Progress progress) {
        this.site = site;
        this.lake = lake;
        this.replay = replay;
        this.progress = progress;
    }

    /** Returns a line of figures. @throws ReplayFailure where a job cannot be finished now; what is not done waits on */
    public String run(int threads, int rate) {
        var handled = HandledCounts.in(site.data().jobs());
        var spill = site.data().jobs().resolve("spill");
        var queue = new JobQueue(lake, handled, spill);
        var waiting = queue.waiting();
        var watchlist = Watchlist.read(site.config().resolve("symbols.yml"));
        var reader = new RawReader(watchlist, site.clients().registry());
        var anyDate = new JobDates(watchlist, LocalDate.EPOCH, LocalDate.EPOCH, Map.of());
        // Without live's word on its depth a job takes up a few dates more than it may write, and leaves them alone.
        var boundary = JobDepth.at(site.endpoints(), site.endpoints().stream())
                .map(depth -> LiveBoundary.of(lake, watchlist, depth.depthSessions(), spill))
                .orElseGet(() -> new LiveBoundary(Map.of()));
        var dates = queue.dates(waiting, reader, anyDate, boundary);
        var ranges = dates.ranges();
        for (var range : ranges) {
            var report = replay.begin(new ReplayRequest(
                    range.from(), range.to(), range.symbols(), Source.BRONZE, Purpose.REWRITE, threads, rate));
            progress.said(report.line());
        }
        handled.handled(waiting);
        return String.format(
                Locale.ROOT,
                "queue: %,d events beyond the depth in %,d entries of the ledger, on %,d trade dates of symbols, in %,d jobs: done",
                waiting.stream().mapToLong(QueuedDates.Stretch::beyond).sum(),
                waiting.size(),
                dates.size(),
                ranges.size());
    }
}
