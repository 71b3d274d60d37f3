package dev.marketlake.proofs.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Means and volatilities of one symbol, straight from their definition and in quadratic ease: for the bar at t, over the bars
 * with open time in (t - window, t].
 */
public record Readings(List<Point> series) {

    /** A close in event time. */
    public record Point(Instant openTime, double close) {}

    public Readings {
        series = List.copyOf(series);
    }

    /** Mean of the closes; null with fewer than 2. */
    @Nullable
    public Double mean(Instant at, Duration window) {
        var closes = within(at, window);
        return closes.size() < 2
                ? null
                : closes.stream().mapToDouble(Point::close).sum() / closes.size();
    }

    /** Sample standard deviation of the log returns between neighbours that are both inside; null with fewer than 3 bars. */
    @Nullable
    public Double volatility(Instant at, Duration window) {
        var points = within(at, window);
        if (points.size() < 3) {
            return null;
        }
        var returns = new double[points.size() - 1];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = Math.log(points.get(i + 1).close() / points.get(i).close());
        }
        double mean = 0;
        for (double each : returns) {
            mean += each / returns.length;
        }
        double squares = 0;
        for (double each : returns) {
            squares += (each - mean) * (each - mean);
        }
        return Math.sqrt(squares / (returns.length - 1));
    }

    private List<Point> within(Instant at, Duration window) {
        var after = at.minus(window);
        return series.stream()
                .filter(point ->
                        point.openTime().isAfter(after) && !point.openTime().isAfter(at))
                .toList();
    }
}
