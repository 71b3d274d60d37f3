package dev.marketlake.proofs.bench;

import dev.marketlake.allinone.watch.LedgerTotals;
import dev.marketlake.events.Bar;
import dev.marketlake.events.Indicators;
import dev.marketlake.proofs.claim.Differences;
import dev.marketlake.proofs.oracle.Readings;
import dev.marketlake.topics.Topics;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a drain ended in what the workload calls for: every minute bar with its figures and its readings, nothing else, a ledger that
 * balances, and the means and volatilities of one symbol as their definition has them.
 */
final class AnswerCheck {
    private static final double TOLERANCE = 1e-9;
    /** Bars of the sampled symbol whose readings are recomputed. */
    private static final int SAMPLE = 2_000;

    private final Workload workload;
    private final TopicScan topics;
    private final Map<String, Integer> symbols = new HashMap<>();
    private final Map<Instant, Integer> minutes = new HashMap<>();
    private final Differences differences = new Differences();

    /**
     * What was checked.
     *
     * @param bars rows of market.bars, all intervals and revisions
     * @param minuteBars distinct 1m bars among them
     * @param readings rows of market.indicators
     * @param recomputed readings that were compared with their definition
     */
    record Checked(long bars, long minuteBars, long readings, long rejected, long alerts, long recomputed) {}

    AnswerCheck(Workload workload, TopicScan topics) {
        this.workload = workload;
        this.topics = topics;
        for (int symbol = 0; symbol < workload.symbols(); symbol++) {
            symbols.put(BenchSymbols.name(symbol), symbol);
        }
        for (int minute = 0; minute < workload.grid().size(); minute++) {
            minutes.put(workload.grid().at(minute), minute);
        }
    }

    /** @throws dev.marketlake.proofs.claim.ProofFailed with the first differences */
    Checked run(LedgerTotals ledger) {
        var standing = emptyTable();
        long bars = topics.values(Topics.BARS, bar -> note(bar, standing));
        long[] bad = {0};
        long[] distinct = {0};
        long[] repeats = {0};
        workload.forEach(event -> {
            switch (event.kind()) {
                case UNUSABLE -> bad[0]++;
                case REPEAT -> repeats[0]++;
                case BAR -> {
                    distinct[0]++;
                    long found = standing[event.symbol()][event.minute()];
                    differences.unlessEqual(place(event), hash(event.tick()), found);
                    standing[event.symbol()][event.minute()] = 0;
                }
            }
        });
        long extra = Arrays.stream(standing)
                .flatMapToLong(Arrays::stream)
                .filter(hash -> hash != 0)
                .count();
        differences.unlessEqual("bars that no event calls for", 0L, extra);
        differences.unlessEqual("ledger ACCEPTED", distinct[0], ledger.accepted());
        differences.unlessEqual("ledger DUPLICATE", repeats[0], ledger.duplicate());
        differences.unlessEqual("ledger REJECTED", bad[0], ledger.rejected());
        differences.unlessEqual("ledger, all", distinct[0] + repeats[0] + bad[0], ledger.all());
        long rejected = topics.bytes(Topics.REJECTED, bytes -> {});
        differences.unlessEqual("market.rejected", bad[0], rejected);
        long alerts = topics.bytes(Topics.ALERTS, bytes -> {});
        var sample = new ArrayList<Indicators>();
        long readings = readings(distinct[0], sample);
        long recomputed = recompute(sample);
        differences.requireNone("the answer");
        return new Checked(bars, distinct[0], readings, rejected, alerts, recomputed);
    }

    private long[][] emptyTable() {
        return new long[workload.symbols()][workload.grid().size()];
    }

    private void note(Bar bar, long[][] standing) {
        if (!bar.getInterval().equals("1m")) {
            return;
        }
        long hash = bar.getDeleted() || !bar.getValid() || !bar.getComplete()
                ? -1
                : hash(bar.getOpen(), bar.getHigh(), bar.getLow(), bar.getClose(), bar.getVolume());
        set(standing, bar.getSymbol(), bar.getOpenTime(), hash);
    }

    private long readings(long wanted, List<Indicators> sample) {
        var seen = emptyTable();
        var sampled = BenchSymbols.name(workload.symbols() / 2);
        long rows = topics.values(Topics.INDICATORS, row -> {
            if (row.getInterval().equals("1m")) {
                set(seen, row.getSymbol(), row.getOpenTime(), 1);
                if (row.getSymbol().equals(sampled)) {
                    sample.add(row);
                }
            }
        });
        long distinct = Arrays.stream(seen)
                .flatMapToLong(Arrays::stream)
                .filter(one -> one != 0)
                .count();
        differences.unlessEqual("1m bars with readings", wanted, distinct);
        return rows;
    }

    private void set(long[][] table, String symbol, Instant at, long value) {
        var number = symbols.get(symbol);
        var minute = minutes.get(at);
        if (number == null || minute == null) {
            differences.add(symbol + " " + at + " is in no event");
        } else {
            table[number][minute] = value;
        }
    }

    /** The last word on each of the sample's first bars against the definition. */
    private long recompute(List<Indicators> rows) {
        var last = new HashMap<Instant, Indicators>();
        rows.forEach(row -> last.put(row.getOpenTime(), row));
        var points = last.values().stream()
                .map(row -> new Readings.Point(row.getOpenTime(), row.getClose().doubleValue()))
                .sorted((one, other) -> one.openTime().compareTo(other.openTime()))
                .limit(SAMPLE)
                .toList();
        var oracle = new Readings(points);
        for (var point : points) {
            var at = point.openTime();
            var row = Objects.requireNonNull(last.get(at));
            near(at, "ma_15m", oracle.mean(at, Duration.ofMinutes(15)), row.getMa15m());
            near(at, "ma_1h", oracle.mean(at, Duration.ofHours(1)), row.getMa1h());
            near(at, "volatility_15m", oracle.volatility(at, Duration.ofMinutes(15)), row.getVolatility15m());
            near(at, "volatility_1h", oracle.volatility(at, Duration.ofHours(1)), row.getVolatility1h());
        }
        return points.size() * 4L;
    }

    private void near(Instant at, String name, @Nullable Double expected, @Nullable Double found) {
        boolean same = expected == null || found == null
                ? Objects.equals(expected, found)
                : Math.abs(expected - found) <= TOLERANCE;
        if (!same) {
            differences.add(at + " " + name + ": expected " + expected + ", found " + found);
        }
    }

    private String place(Workload.Event event) {
        return BenchSymbols.name(event.symbol()) + " " + workload.grid().at(event.minute());
    }

    private static long hash(PricePath.Tick tick) {
        return mix(tick.open(), tick.high(), tick.low(), tick.close(), tick.volume());
    }

    private static long hash(
            BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, @Nullable Long volume) {
        return volume == null ? -1 : mix(cents(open), cents(high), cents(low), cents(close), volume);
    }

    private static long cents(BigDecimal price) {
        return price.movePointRight(2).longValueExact();
    }

    /** Never 0 in practice, and the same on both sides. */
    private static long mix(long... figures) {
        long hash = 1;
        for (long figure : figures) {
            hash = hash * 0x9E3779B97F4A7C15L + figure;
        }
        return hash;
    }
}
