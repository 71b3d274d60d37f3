package dev.marketlake.simulator.faults;

import dev.marketlake.market.Source;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which faults happen how often.
 *
 * @param seed addresses the draws; equal seeds give equal faults for equal request numbers
 * @param rates probability of each kind, 0 to 1, per request (CORRECTED: per bar); absent means never. The request kinds of one provider
 *     exclude each other and sum up to at most 1
 * @param slowDelay how late a slow answer is
 * @param correctedAfter how long after its end a bar is served uncorrected, in market time
 */
public record FaultSettings(long seed, Map<FaultKind, Double> rates, Duration slowDelay, Duration correctedAfter) {
    public static final Duration DEFAULT_SLOW_DELAY = Duration.ofSeconds(3);
    public static final Duration DEFAULT_CORRECTED_AFTER = Duration.ofMinutes(5);

    /** Nothing ever goes wrong. */
    public static final FaultSettings NONE = of(0, Map.of());

    public FaultSettings {
        rates.forEach((kind, rate) -> {
            if (!(rate >= 0 && rate <= 1)) {
                throw new IllegalArgumentException("rate of " + kind + " must be from 0 to 1: " + rate);
            }
        });
        EnumMap<FaultKind, Double> copy = new EnumMap<>(FaultKind.class);
        copy.putAll(rates);
        rates = Collections.unmodifiableMap(copy);
        for (Source provider : Source.values()) {
            if (sum(rates, provider) > 1 + 1e-9) {
                throw new IllegalArgumentException("fault rates of " + provider + " sum up to more than 1");
            }
        }
        if (slowDelay.isNegative() || correctedAfter.isNegative()) {
            throw new IllegalArgumentException("durations must not be negative: " + slowDelay + ", " + correctedAfter);
        }
    }

    /** These rates with the usual durations. */
    public static FaultSettings of(long seed, Map<FaultKind, Double> rates) {
        return new FaultSettings(seed, rates, DEFAULT_SLOW_DELAY, DEFAULT_CORRECTED_AFTER);
    }

    public double rate(FaultKind kind) {
        return rates.getOrDefault(kind, 0.0);
    }

    private static double sum(Map<FaultKind, Double> rates, Source provider) {
        return rates.entrySet().stream()
                .filter(entry -> entry.getKey().isPerRequest() && entry.getKey().concerns(provider))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
