package dev.marketlake.allinone.replay;

import dev.marketlake.allinone.query.Lake;
import dev.marketlake.allinone.replay.JobState.Step;
import dev.marketlake.allinone.suite.JobProcess;
import dev.marketlake.allinone.watch.TopicOffsets;
import dev.marketlake.config.Watchlist;
import dev.marketlake.market.Symbol;
import dev.marketlake.topics.JobTopics;
import dev.marketlake.topics.Topics;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The table of contents of a replay; each step can be taken up again where it was left. For one thread. */
public final class Replay {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyMMdd-HHmmss");

    private final Site site;
    private final Lake lake;
    private final Clock clock;
    private final Progress progress;
    private final Watchlist watchlist;
    private final JobClients clients;

    public Replay(Site site, Lake lake, Clock clock, Progress progress) {
        this.site = site;
        this.lake = lake;
        this.clock = clock;
        this.progress = progress;
        this.watchlist = Watchlist.read(site.config().resolve("symbols.yml"));
        this.clients = site.clients();
    }

    /** Replays a range. @throws ReplayFailure where it cannot be finished now */
    public Report begin(ReplayRequest request) {
        requireFollowed(request.symbols());
        var now = clock.instant();
        var id = id(now);
        if (request.purpose() == ReplayRequest.Purpose.REWRITE) {
            BronzeEvidence.require(lake, request.scope(), site.data().jobs().resolve("spill"));
        }
        try (var folder =
                JobFolder.begin(site.data(), JobState.begin(id, request, now.truncatedTo(ChronoUnit.MILLIS)))) {
            return run(folder);
        }
    }

    /** Derives what was known at an instant, and keeps it for the next query. @throws ReplayFailure as above */
    public KnownLake known(KnownAt asked) {
        requireFollowed(asked.symbols());
        var now = clock.instant();
        asked.requireNotAheadOf(now);
        var request = asked.request();
        BronzeEvidence.require(
                lake,
                request.scope() + " AND " + asked.observed(),
                site.data().jobs().resolve("spill"));
        var key = KnownKey.of(asked, site.home(), site.data(), site.config(), lake);
        try (var folder = JobFolder.begin(site.data(), JobState.known(id(now), request, asked.time(), key))) {
            run(folder);
        }
        return new KnownLake(asked, key, KnownFolder.of(site.data(), clock), lake);
    }

    private void requireFollowed(List<String> symbols) {
        for (var symbol : symbols) {
            if (!watchlist.contains(new Symbol(symbol))) {
                throw new ReplayFailure(
                        symbol + " is not among the symbols of " + site.config().resolve("symbols.yml"));
            }
        }
    }

    private static String id(Instant now) {
        return STAMP.format(now.atZone(ZoneOffset.UTC)) + "-"
                + UUID.randomUUID().toString().substring(0, 4);
    }

    /** Goes on with a job that was not finished. @throws ReplayFailure as above, or where there is none */
    public Report resume(String id) {
        try (var folder = JobFolder.resume(site.data(), id)) {
            return run(folder);
        }
    }

    private Report run(JobFolder folder) {
        var state = folder.state();
        progress.said("job " + state.id() + ": " + state.request().describe() + " (where it is not finished, --resume "
                + state.id() + " goes on with it)");
        var topics = new JobTopics(state.id());
        if (state.step() != Step.LAND) {
            derive(folder, state, topics);
            state = folder.state();
        }
        land(folder, topics);
        var report = new Conclusion(site, lake, clock, progress, watchlist, clients).of(folder, state, topics);
        tidyUp(folder, topics, report.holds() ? JobFolder.Kept.NOTHING : JobFolder.Kept.ROWS);
        return report;
    }

    /** What was asked for is done: that something of the job is left does not change it. */
    private void tidyUp(JobFolder folder, JobTopics topics, JobFolder.Kept kept) {
        try {
            JobCleanup.run(clients, topics);
            folder.delete(kept);
        } catch (ReplayFailure left) {
            progress.said(left.getMessage() + "; --resume " + topics.id() + " tries again");
        }
    }

    /** Everything that needs the job's process. */
    private void derive(JobFolder folder, JobState begun, JobTopics topics) {
        try (var process = process(folder, begun);
                var offsets = new TopicOffsets(site.endpoints().bootstrapServers())) {
            process.start();
            var run = new JobRun(process, offsets, topics, progress);
            var state = begun;
            if (state.step() == Step.GATHER) {
                state = gather(folder, state, JobDepth.of(site.endpoints(), process), offsets);
            }
            if (state.step() == Step.PUBLISH) {
                state = publish(folder, state, topics, run);
            }
            run.untilDone(state.ends());
            folder.write(state.derived());
        }
    }

    private JobProcess process(JobFolder folder, JobState state) {
        var request = state.request();
        return new JobProcess(
                site.home(),
                site.endpoints(),
                site.config(),
                folder.log(),
                Map.of(
                        "MARKETLAKE_STREAM_JOB_ID", state.id(),
                        "MARKETLAKE_STREAM_JOB_FROM", request.from().toString(),
                        "MARKETLAKE_STREAM_JOB_TO", request.to().toString(),
                        "MARKETLAKE_STREAM_JOB_CLOCK", state.clock().toString(),
                        "MARKETLAKE_STREAM_STATEDIR", folder.streams().toString(),
                        "MARKETLAKE_STREAM_THREADS", Integer.toString(request.threads())));
    }

    private JobState gather(JobFolder folder, JobState state, JobDepth depth, TopicOffsets offsets) {
        var request = state.request();
        var dates = new JobDates(watchlist, request.from(), request.to(), depth.reachSessions());
        var source = switch (request.source()) {
            case BRONZE -> new BronzeRows(lake, folder.spill());
            case KAFKA -> new TopicRows(clients, offsets.topicId(Topics.RAW.name()));
        };
        var gathering = new Gathering(
                new RawReader(watchlist, clients.registry())::event, dates, state.knownBy(), folder.raw());
        long events = gathering.gather(
                source,
                request.symbols(),
                seen -> progress.stands(String.format(Locale.ROOT, "gathering, %,d looked at", seen), 0));
        progress.said(String.format(
                Locale.ROOT,
                "%,d raw events of %s and of what they rest on, from %s",
                events,
                request.describe(),
                request.source().name().toLowerCase(Locale.ROOT)));
        var gathered = state.gathered(depth, events);
        folder.write(gathered);
        return gathered;
    }

    private JobState publish(JobFolder folder, JobState state, JobTopics topics, JobRun run) {
        var throttle = new Throttle(state.request().rate());
        var ends = new InputTopic(clients, topics)
                .publish(folder.raw(), folder.spill(), state.events(), throttle, out -> {
                    double derived = run.look(state.events());
                    progress.stands(String.format(Locale.ROOT, "published %,d of %,d", out, state.events()), derived);
                });
        var published = state.published(ends);
        folder.write(published);
        return published;
    }

    private void land(JobFolder folder, JobTopics topics) {
        var landing = new Landing(clients, topics, folder.replayed());
        ComparedTable.ALL.stream().map(ComparedTable::topic).distinct().forEach(topic -> {
            progress.stands("landing " + topics.of(topic), 1);
            landing.land(topic);
        });
    }
}
