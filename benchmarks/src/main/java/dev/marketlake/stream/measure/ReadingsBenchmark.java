package dev.marketlake.stream.measure;

import dev.marketlake.benchmarks.HotPath;
import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.market.Interval;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;

/** The readings of each minute of a session, over the two sessions before it: a bar is one operation. */
public class ReadingsBenchmark extends HotPath {
    private static final int DAY = 390;
    private static final int SESSION = 2 * DAY;
    private static final long MINUTE = 60_000_000;
    private static final long NIGHT = 1_050 * MINUTE;

    private final Annualization year = Annualization.of(TradingCalendar.of("NYSE"), Interval.M1);
    private final Run run = random();
    private AnchoredRun anchored = new AnchoredRun(run, 0, SESSION, Long.MIN_VALUE);

    private static Run random() {
        Run run = new Run();
        SplittableRandom random = new SplittableRandom(1);
        double price = 171.25;
        for (int i = 0; i < SESSION + DAY; i++) {
            price *= 1 + random.nextDouble(-0.001, 0.001);
            long openTime = i * MINUTE + i / DAY * NIGHT;
            run.append(openTime, openTime + 2 * MINUTE, price, price, random.nextInt(1, 200_000));
        }
        return run;
    }

    /** Up to where the session begins. */
    @Setup(Level.Invocation)
    public void warmUp() {
        anchored = new AnchoredRun(run, 0, SESSION, Long.MIN_VALUE);
        anchored.advance(SESSION - 1);
    }

    /** One step of what runs from the anchor: averages, MACD, RSI, VWAP. */
    @Benchmark
    @OperationsPerInvocation(DAY)
    public AnchoredRun step() {
        for (int i = SESSION; i < SESSION + DAY; i++) {
            anchored.advance(i);
        }
        return anchored;
    }

    /** All readings of a bar, that step included. */
    @Benchmark
    @OperationsPerInvocation(DAY)
    public void all(Blackhole readers) {
        for (int i = SESSION; i < SESSION + DAY; i++) {
            anchored.advance(i);
            readers.consume(checked(Readings.of(anchored, year)));
        }
    }

    /** @throws IllegalStateException where a reading is missing: all are warmed up */
    private static Readings checked(Readings readings) {
        if (readings.sma50() == null || readings.macdSignal() == null || readings.vwap() == null) {
            throw new IllegalStateException("a reading is missing: " + readings);
        }
        return readings;
    }
}
