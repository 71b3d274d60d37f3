package dev.marketlake.ingest.poll;

import dev.marketlake.ingest.fetch.Provider;
import dev.marketlake.ingest.fetch.ProviderSettings;
import dev.marketlake.ingest.guard.GuardedProvider;
import dev.marketlake.ingest.guard.Guards;
import dev.marketlake.ingest.guard.RetrySettings;
import dev.marketlake.ingest.guard.Ticks;
import dev.marketlake.ingest.publish.Outbox;
import dev.marketlake.ingest.publish.PublishSettings;
import dev.marketlake.ingest.publish.Publishing;
import dev.marketlake.ingest.publish.RawTopic;
import dev.marketlake.market.Symbol;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to an observation, in the order in which it happens:
 *
 * <pre>
 *   Rounds            whose turn it is
 *   GuardedProvider   attempts, day budget, breaker, pace
 *   Provider          one HTTP exchange; the body is judged by its shape and split verbatim
 *   Outbox            held until acknowledged; full, it pauses the rounds
 *   Publishing        sent whole, again and again until every record is acknowledged
 *   RawTopic          market.raw
 * </pre>
 *
 * Side exits are values: a {@code Fetch.Failure} ends in the log, the meters and the list of failures, never in a record.
 */
public final class IngestPipeline {
    private static final Logger LOG = LoggerFactory.getLogger(IngestPipeline.class);

    private final List<Lane> lanes = new ArrayList<>();
    private final List<Symbol> symbols;
    private final long rounds;
    private final RetrySettings retry;
    private final PublishSettings publish;
    private final Guards guards;
    private final RawTopic topic;
    private final MeterRegistry meters;
    private final Ticks ticks;
    private final Clock clock;

    /** @param rounds times each symbol is polled; 0 for no end */
    public IngestPipeline(
            List<Symbol> symbols,
            long rounds,
            RetrySettings retry,
            PublishSettings publish,
            Guards guards,
            RawTopic topic,
            MeterRegistry meters,
            Ticks ticks,
            Clock clock) {
        this.symbols = List.copyOf(symbols);
        this.rounds = rounds;
        this.retry = retry;
        this.publish = publish;
        this.guards = guards;
        this.topic = topic;
        this.meters = meters;
        this.ticks = ticks;
        this.clock = clock;
    }

    /** Adds a provider, before the start. */
    public void poll(Provider provider, ProviderSettings settings) {
        GuardedProvider guarded = guards.guard(provider, settings);
        Progress progress = new Progress(provider.source(), rounds);
        if (rounds == 0) {
            DayPlan.of(settings, symbols.size())
                    .warning()
                    .ifPresent(text -> LOG.warn("{}: {}", provider.source(), text));
        }
        Outbox outbox = new Outbox(publish.buffer());
        Rounds.Plan plan = new Rounds.Plan(symbols, rounds, settings.pollInterval(), retry);
        lanes.add(new Lane(
                guarded,
                new Rounds(plan, guarded, outbox, progress, ticks, clock),
                progress,
                outbox,
                new Publishing(provider.source().name(), outbox, topic, () -> ticks.await(publish.retry()), meters)));
    }

    /** @param onBug what to do when a polling or publishing thread has ended by a bug: only a restart mends that */
    public void start(Runnable onBug) {
        lanes.forEach(lane -> lane.start(onBug));
    }

    /** Makes no further request and waits for what was fetched to be acknowledged, at most the publishing patience. */
    public void stop() throws InterruptedException {
        for (Lane lane : lanes) {
            lane.stopAsking();
        }
        long deadline = ticks.nanos() + publish.patience().toNanos();
        for (Lane lane : lanes) {
            lane.drain(Duration.ofNanos(Math.max(0, deadline - ticks.nanos())));
        }
    }

    public List<Lane> lanes() {
        return List.copyOf(lanes);
    }

    /** Rounds wanted; 0 for no end. */
    long rounds() {
        return rounds;
    }
}
