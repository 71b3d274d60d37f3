package dev.marketlake.stream.judge;

import dev.marketlake.market.Interval;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.judge.Verdict.Raise;
import dev.marketlake.stream.measure.AnchoredRun;
import dev.marketlake.stream.measure.Annualization;
import dev.marketlake.stream.measure.LookBack;
import dev.marketlake.stream.measure.Readings;
import dev.marketlake.stream.measure.Run;
import dev.marketlake.stream.observation.BarContent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Flat minute bars of some trade dates, judged one after the other. Bar i of the tape is first observed at i. */
final class Tape {
    static final long MINUTE = 60_000_000L;
    private static final long NIGHT = 17 * 60 * MINUTE;
    private static final long UNIT = 100_000_000L;

    private final Run run = new Run();
    private final Map<Long, BarContent> contents = new LinkedHashMap<>();
    private final List<Integer> sessions = new ArrayList<>();
    private @Nullable IntFunction<Readings> readings;
    private FundamentalsView fundamentals = FundamentalsView.NONE;
    private Rivals rivals = Rivals.NONE;

    /** What a rule raised. @param bar index on the tape */
    record Raised(int bar, Finding finding) {}

    static Terms terms(double hysteresis, Duration cooldown) {
        return new Terms("rule", Interval.M1, AlertSeverity.WARNING, hysteresis, cooldown);
    }

    static Terms plain() {
        return terms(0, Duration.ZERO);
    }

    /** One trade date of bars with these closes, a minute apart. */
    static Tape of(double... closes) {
        return new Tape().then(closes);
    }

    /** {@code count} bars of readings of one's own, of close 100 and volume 50. */
    static Tape ofReadings(Readings... own) {
        double[] closes = new double[own.length];
        Arrays.fill(closes, 100);
        Tape tape = of(closes);
        tape.readings = index -> own[index];
        return tape;
    }

    /** Another trade date. */
    Tape then(double... closes) {
        long start = run.size() == 0 ? 0 : run.openTime(run.size() - 1) + NIGHT;
        sessions.add(run.size());
        for (int i = 0; i < closes.length; i++) {
            add(start + i * MINUTE, closes[i]);
        }
        return this;
    }

    /** Another bar of the same trade date, minutes after the last. */
    Tape after(int minutes, double close) {
        add(run.openTime(run.size() - 1) + minutes * MINUTE, close);
        return this;
    }

    private void add(long openTime, double close) {
        long price = Math.round(close * UNIT);
        contents.put(openTime, new BarContent(price, price, price, price, 50));
        run.append(openTime, run.size(), close, close, 50);
    }

    Tape knowing(FundamentalsView view) {
        fundamentals = view;
        return this;
    }

    Tape against(Rivals others) {
        rivals = others;
        return this;
    }

    long openTime(int bar) {
        return run.openTime(bar);
    }

    /** Indexes of the bars on which a rule raises. */
    List<Integer> bars(BarRule rule) {
        return raised(rule).stream().map(Raised::bar).toList();
    }

    /** What a rule raises, afresh on each trade date. */
    List<Raised> raised(BarRule rule) {
        List<Raised> raised = new ArrayList<>();
        for (int s = 0; s < sessions.size(); s++) {
            int end = s + 1 < sessions.size() ? sessions.get(s + 1) : run.size();
            AnchoredRun anchored = new AnchoredRun(run, 0, sessions.get(s), Long.MIN_VALUE);
            Watch watch = Watch.START;
            for (int bar = sessions.get(s); bar < end; bar++) {
                anchored.advance(bar);
                Verdict verdict = rule.judge(watch, new TapeMoment(this, bar, anchored));
                watch = verdict.watch();
                if (verdict instanceof Raise raise) {
                    raised.add(new Raised(bar, raise.finding()));
                }
            }
        }
        return raised;
    }

    /** Shows every bar of a tape of one trade date. */
    void each(Consumer<Moment> looker) {
        AnchoredRun anchored = new AnchoredRun(run, 0, 0, Long.MIN_VALUE);
        for (int bar = 0; bar < run.size(); bar++) {
            anchored.advance(bar);
            looker.accept(new TapeMoment(this, bar, anchored));
        }
    }

    private record TapeMoment(Tape tape, int bar, AnchoredRun anchored) implements Moment {
        @Override
        public Symbol symbol() {
            return new Symbol("AAPL");
        }

        @Override
        public long openTime() {
            return tape.run.openTime(bar);
        }

        @Override
        public long end() {
            return openTime() + MINUTE;
        }

        @Override
        public Readings readings() {
            return tape.readings == null ? Readings.of(anchored, new Annualization(1)) : tape.readings.apply(bar);
        }

        @Override
        public LookBack back() {
            return new LookBack(anchored);
        }

        @Override
        public BarContent content(long openTime) {
            BarContent content = tape.contents.get(openTime);
            if (content == null) {
                throw new IllegalArgumentException("no bar at " + openTime);
            }
            return content;
        }

        @Override
        public FundamentalsView fundamentals() {
            return tape.fundamentals;
        }

        @Override
        public Rivals rivals() {
            return tape.rivals;
        }
    }
}
