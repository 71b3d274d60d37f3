package dev.marketlake.stream.measure;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What went before a bar, as far as readings may look back.
 *
 * <pre>
 *   anchor ..... previousClose | sessionStart ..... previousInSession, bar
 * </pre>
 *
 * @param anchored has reached the bar
 */
public record LookBack(AnchoredRun anchored) {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);

    /**
     * A bar of the run.
     *
     * @param openTime microseconds since the epoch
     * @param observedAt first observation of what stands of it, microseconds since the epoch
     */
    public record Past(long openTime, long observedAt) {}

    /** The bar's own close, in price units. */
    double close() {
        return run().close(at());
    }

    /** The bar before, where it is of the same session. */
    public Optional<Past> previousInSession() {
        return at() > anchored.session() ? Optional.of(past(at() - 1)) : Optional.empty();
    }

    /** The session's first bar, which may be the bar itself. */
    public Past sessionStart() {
        return past(anchored.session());
    }

    /** The last bar before the session. */
    public Optional<Past> previousClose() {
        int last = anchored.session() - 1;
        return last >= anchored.anchor() ? Optional.of(past(last)) : Optional.empty();
    }

    /** The newest bar of the same session that opened {@code length} before the bar, or earlier. */
    public Optional<Past> before(Duration length) {
        int newest = run().firstAtOrAfter(run().openTime(at()) - micros(length) + 1) - 1;
        return newest >= anchored.session() ? Optional.of(past(newest)) : Optional.empty();
    }

    /** Open times of up to {@code n} bars before the bar, oldest first. */
    public List<Long> last(int n) {
        return openTimes(at() - n);
    }

    /** Open times of the bars before the bar in the window that ends with it, oldest first. */
    public List<Long> within(Duration window) {
        return openTimes(TimeWindow.start(run(), at(), anchored.anchor(), window));
    }

    /** Open times of the bars before the bar that an average of it, or of the bar before, rests on; of an exponential one the last n. */
    public List<Long> behind(Average average) {
        return switch (average) {
            case CLOSE -> last(1);
            case VWAP -> openTimes(anchored.session());
            case MA_15M -> within(QUARTER);
            case MA_1H -> within(HOUR);
            case EMA_12 -> last(12);
            case SMA_20 -> last(20);
            case EMA_26 -> last(26);
            case SMA_50 -> last(50);
        };
    }

    /** The average at the bar before, whatever its session; null while it was warming up, and for a VWAP of another session. */
    public @Nullable Double previous(Average average) {
        int before = at() - 1;
        if (before < anchored.anchor()) {
            return null;
        }
        return switch (average) {
            case CLOSE -> run().close(before);
            case VWAP -> vwap(before);
            case MA_15M -> ofWindow(before, QUARTER);
            case MA_1H -> ofWindow(before, HOUR);
            case EMA_12 -> exponential(before, 12);
            case SMA_20 -> MovingAverage.ofLast(run(), before, anchored.anchor(), 20);
            case EMA_26 -> exponential(before, 26);
            case SMA_50 -> MovingAverage.ofLast(run(), before, anchored.anchor(), 50);
        };
    }

    private @Nullable Double ofWindow(int index, Duration length) {
        return MovingAverage.ofWindow(run(), TimeWindow.start(run(), index, anchored.anchor(), length), index);
    }

    private @Nullable Double exponential(int index, int n) {
        int anchor = anchored.anchor();
        double average = run().close(anchor);
        for (int i = anchor + 1; i <= index; i++) {
            average = ExponentialAverage.next(average, run().close(i), n);
        }
        return index - anchor + 1 < n ? null : average;
    }

    private @Nullable Double vwap(int index) {
        SessionVwap vwap = new SessionVwap();
        for (int i = anchored.session(); i <= index; i++) {
            vwap.add(run(), i);
        }
        return vwap.value();
    }

    private List<Long> openTimes(int from) {
        return IntStream.range(Math.max(from, anchored.anchor()), at())
                .mapToObj(run()::openTime)
                .toList();
    }

    private Past past(int index) {
        return new Past(run().openTime(index), run().observedAt(index));
    }

    private Run run() {
        return anchored.run();
    }

    private int at() {
        return anchored.reached();
    }

    private static long micros(Duration length) {
        return length.toNanos() / 1_000;
    }
}
