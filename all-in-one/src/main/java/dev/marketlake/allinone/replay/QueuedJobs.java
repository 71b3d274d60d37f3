package dev.marketlake.allinone.replay;

import dev.marketlake.allinone.query.Lake;
import dev.marketlake.allinone.replay.QueuedDates.Stretch;
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
    private final Watchlist watchlist;

    public QueuedJobs(Site site, Lake lake, Replay replay, Progress progress) {
        this.site = site;
        this.lake = lake;
        this.replay = replay;
        this.progress = progress;
        this.watchlist = Watchlist.read(site.config().resolve("symbols.yml"));
    }

    /** Returns a line of figures. @throws ReplayFailure where a job cannot be finished now; what is not done waits on */
    public String run(int threads, int rate) {
        var jobs = site.data().jobs();
        var spill = jobs.resolve("spill");
        var depth = JobDepth.at(site.endpoints(), site.endpoints().stream())
                .orElseThrow(() -> new ReplayFailure("the stream processor does not say how far back it looks: "
                        + "see marketlake status, then try again"));
        var boundary = LiveBoundary.of(lake, watchlist, depth.depthSessions(), spill);
        var handled = HandledCounts.in(jobs);
        var queue = new JobQueue(lake, handled, spill);
        var waiting = queue.waiting();
        var reader = new RawReader(watchlist, site.clients().registry());
        var dates = queue.dates(
                waiting, reader, new JobDates(watchlist, LocalDate.EPOCH, LocalDate.EPOCH, Map.of()), boundary);
        dates.addAll(StaleDates.in(jobs).ready(boundary));
        int count = work(dates, threads, rate);
        handled.handled(waiting);
        // What rests on bars that have just been changed, and is not live's.
        var resting = StaleDates.in(jobs).ready(boundary);
        count += work(resting, threads, rate);
        return String.format(
                Locale.ROOT,
                "queue: %,d events beyond the depth, %,d trade dates of symbols with what rests on them, %,d jobs: done",
                waiting.stream().mapToLong(Stretch::beyond).sum(),
                dates.size() + resting.size(),
                count);
    }

    private int work(QueuedDates dates, int threads, int rate) {
        var ranges = dates.ranges();
        for (var range : ranges) {
            var report = replay.begin(new ReplayRequest(
                    range.from(), range.to(), range.symbols(), Source.BRONZE, Purpose.REWRITE, threads, rate));
            progress.said(report.line());
        }
        return ranges.size();
    }
}
