package dev.marketlake.lake.quality;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The numbers of days gone by. @param deviation sample standard deviation */
record Trailing(int days, double mean, double deviation) {
    /** @param values at least two */
    static Trailing of(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return new Trailing(values.length, mean, Math.sqrt(squares / (values.length - 1)));
    }

    /** What is odd about a day; empty where it lies within so many deviations of the mean. */
    Optional<String> judge(double value, double deviations, String day) {
        if (Math.abs(value - mean) <= deviations * deviation) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "%s has %,.0f rows, the %d days before %,.1f each with a standard deviation of %,.1f: expected within %s"
                        + " of them",
                day,
                value,
                days,
                mean,
                deviation,
                deviations));
    }
}
