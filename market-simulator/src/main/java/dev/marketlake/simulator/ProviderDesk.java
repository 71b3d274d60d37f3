package dev.marketlake.simulator;

import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import dev.marketlake.simulator.faults.Admission;
import dev.marketlake.simulator.faults.Corrections;
import dev.marketlake.simulator.faults.FaultDraw;
import dev.marketlake.simulator.faults.FaultKind;
import dev.marketlake.simulator.faults.FaultSettings;
import dev.marketlake.simulator.faults.RequestLimit;
import dev.marketlake.simulator.faults.RequestMeter;
import dev.marketlake.simulator.market.FormingBar;
import dev.marketlake.simulator.market.Market;
import dev.marketlake.simulator.market.MarketBar;
import dev.marketlake.simulator.market.MarketClock;
import dev.marketlake.simulator.market.MarketView;
import dev.marketlake.simulator.market.Revisions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Serves the requests to one provider: first its limit, then what goes wrong on purpose, then the answer. Safe for any thread. */
final class ProviderDesk {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** What all desks of one exchange share. */
    record Exchange(Market market, MarketClock clock, Clock wall, FormingBar formingBar, FaultSettings faults) {}

    /** A reply, and how long the caller is kept waiting for it. */
    record Served(Reply reply, Duration delay) {}

    private final Door door;
    private final Exchange exchange;
    private final RequestMeter meter;
    private final FaultDraw draw;
    private final Revisions revisions;
    private final AtomicLong requests = new AtomicLong();
    private final LongAdder overLimit = new LongAdder();
    private final Map<FaultKind, LongAdder> faults = new ConcurrentHashMap<>();

    ProviderDesk(Door door, Exchange exchange, RequestLimit limit) {
        this.door = door;
        this.exchange = exchange;
        meter = new RequestMeter(limit);
        draw = new FaultDraw(exchange.faults(), door.provider());
        revisions = FaultKind.CORRECTED.concerns(door.provider()) ? new Corrections(exchange.faults()) : Revisions.NONE;
    }

    Source provider() {
        return door.provider();
    }

    Served serve(Query query) {
        long number = requests.incrementAndGet();
        if (meter.admit(exchange.wall().instant()) instanceof Admission.Over over) {
            overLimit.increment();
            return new Served(door.overLimit(over.span(), query), Duration.ZERO);
        }
        Optional<FaultKind> fault = draw.of(number);
        fault.ifPresent(this::count);
        Reply reply = fault.map(kind -> faulty(kind, query, number))
                .orElseGet(() -> answer(query, exchange.clock().now()));
        boolean slow = fault.equals(Optional.of(FaultKind.SLOW));
        return new Served(reply, slow ? exchange.faults().slowDelay() : Duration.ZERO);
    }

    RequestCounts counts() {
        Map<FaultKind, Long> byKind = new TreeMap<>();
        faults.forEach((kind, count) -> byKind.put(kind, count.sum()));
        return new RequestCounts(requests.get(), overLimit.sum(), byKind);
    }

    private Reply faulty(FaultKind kind, Query query, long number) {
        Instant now = exchange.clock().now();
        return switch (kind) {
            case THROTTLE_BURST, THROTTLE_DAILY, THROTTLE_NOTE, TOO_MANY_REQUESTS -> door.throttled(kind, query);
            case UNAVAILABLE -> Reply.plain(503, "Service Unavailable");
            case TRUNCATED -> {
                Reply whole = answer(query, now);
                yield whole.withBody(draw.truncated(whole.body(), number));
            }
            case REPEATED -> answer(query, lastMinute(now));
            case SLOW, CORRECTED -> answer(query, now);
        };
    }

    /** The end of the last whole minute before this one: what any caller saw then, it sees again. */
    private static Instant lastMinute(Instant now) {
        return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), 60L) * 60)
                .minus(MINUTE);
    }

    private Reply answer(Query query, Instant now) {
        Watched watched = new Watched(revisions);
        Reply reply = door.answer(query, new MarketView(exchange.market(), now, exchange.formingBar(), watched));
        if (watched.revised) {
            count(FaultKind.CORRECTED);
        }
        return reply;
    }

    private void count(FaultKind kind) {
        faults.computeIfAbsent(kind, added -> new LongAdder()).increment();
    }

    /** Notices, within one request, whether a bar is not yet corrected. */
    private static final class Watched implements Revisions {
        private final Revisions revisions;
        private boolean revised;

        Watched(Revisions revisions) {
            this.revisions = revisions;
        }

        @Override
        public MarketBar seen(Symbol symbol, MarketBar bar, Instant now) {
            MarketBar seen = revisions.seen(symbol, bar, now);
            revised |= !seen.equals(bar);
            return seen;
        }

        @Override
        public Instant settledBefore(Instant now) {
            return revisions.settledBefore(now);
        }
    }
}
