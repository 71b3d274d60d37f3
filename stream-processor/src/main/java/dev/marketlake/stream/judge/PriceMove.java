package dev.marketlake.stream.judge;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.stream.measure.LookBack;
import dev.marketlake.stream.measure.LookBack.Past;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.observation.Prices;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Raised where the close has moved away from an earlier price by a percentage. Observed value and threshold carry the sign of the move.
 *
 * @param window event time back to the close it is compared with: that of the newest bar of the same session which opened that long before
 *     or earlier; null to compare with {@code since}
 * @param since what it is compared with; null to go by the window
 * @param percent raised at or beyond this change, in percent of the earlier price, above 0
 */
public record PriceMove(
        Terms terms, @Nullable Duration window, @Nullable Since since, double percent, Direction direction)
        implements BarRule {
    private static final Duration LONGEST = Duration.ofDays(1);

    /** A price to compare with. The name is what files carry. */
    public enum Since {
        /** The close of the bar before, of the same session. */
        PREVIOUS_BAR,
        /** The open of the session's first bar. */
        SESSION_OPEN,
        /** The close of the last bar before the session. */
        PREVIOUS_CLOSE
    }

    /** What a close is compared with. @param words say what it is; asked only where there is something to say */
    private record Reference(Past bar, long price, Supplier<String> words) {}

    public PriceMove {
        if ((window == null) == (since == null)) {
            throw new InvalidConfig("set either window, such as PT5M, or since");
        }
        if (window != null && (window.compareTo(terms.interval().length()) < 0 || window.compareTo(LONGEST) > 0)) {
            throw new InvalidConfig("window " + window + " is not from the interval, " + terms.interval() + ", to P1D");
        }
        Range.ABOVE_ZERO.require("percent", percent);
    }

    @Override
    public AlertKind kind() {
        return AlertKind.PRICE_MOVE;
    }

    @Override
    public Verdict judge(Watch watch, Moment moment) {
        Optional<Reference> reference = reference(moment);
        if (reference.isEmpty()) {
            return new Verdict.Quiet(watch);
        }
        double change = change(moment.content(moment.openTime()), reference.get());
        Level up = direction.looks(Side.UP) ? terms.above(change, percent) : Level.BETWEEN;
        Level down = direction.looks(Side.DOWN) ? terms.above(-change, percent) : Level.BETWEEN;
        return terms.decide(watch, moment.openTime(), up, down, side -> finding(change, reference.get(), moment));
    }

    /** In percent of the earlier price. */
    private static double change(BarContent now, Reference before) {
        return 100.0 * (now.close() - before.price()) / before.price();
    }

    private Optional<Reference> reference(Moment moment) {
        LookBack back = moment.back();
        if (window != null) {
            return back.before(window).map(bar -> closing(bar, moment, () -> "the close of the bar at " + at(bar)));
        }
        return switch (since == null ? Since.PREVIOUS_BAR : since) {
            case PREVIOUS_BAR ->
                back.previousInSession().map(bar -> closing(bar, moment, () -> "the close of the bar before"));
            case PREVIOUS_CLOSE ->
                back.previousClose()
                        .map(bar -> closing(bar, moment, () -> "the previous close, of the bar at " + at(bar)));
            case SESSION_OPEN -> {
                Past first = back.sessionStart();
                long open = moment.content(first.openTime()).open();
                yield Optional.of(new Reference(first, open, () -> "the session's open at " + at(first)));
            }
        };
    }

    private static Reference closing(Past bar, Moment moment, Supplier<String> words) {
        return new Reference(bar, moment.content(bar.openTime()).close(), words);
    }

    private static String at(Past bar) {
        return Micros.instant(bar.openTime()).toString();
    }

    private Finding finding(double change, Reference reference, Moment moment) {
        double before = Prices.asDouble(reference.price());
        double threshold = change < 0 ? -percent : percent;
        String statement = String.format(
                Locale.ROOT,
                "close %s is %.2f %% %s %s, %s (threshold %.2f %%)",
                price(moment.content(moment.openTime()).close()),
                Math.abs(change),
                change < 0 ? "below" : "above",
                price(reference.price()),
                reference.words().get(),
                percent);
        Map<String, Double> evidence =
                Map.of("close", moment.close(), "reference_price", before, "change_percent", change);
        List<Long> bars = reference.bar().openTime() == moment.openTime()
                ? List.of()
                : List.of(reference.bar().openTime());
        return new Finding(
                change,
                threshold,
                statement,
                evidence,
                bars,
                List.of(),
                reference.bar().observedAt());
    }

    private static String price(long scaled) {
        return Prices.decimal(scaled).stripTrailingZeros().toPlainString();
    }
}
