package dev.marketlake.stream.measure;

import org.jspecify.annotations.Nullable;

/**
 * Volume-weighted average price since the first bar of the session, in price units: {@code sum(typical x volume) / sum(volume)} with the
 * typical price {@code (high + low + close) / 3}. Null while nothing was traded, and where a volume is unknown.
 */
final class SessionVwap {
    private double traded;
    private double volume;
    private boolean unknown;

    /** Adds a bar of the session. */
    void add(Run run, int index) {
        if (run.hasVolume(index)) {
            traded += run.typical(index) * run.volume(index);
            volume += run.volume(index);
        } else {
            unknown = true;
        }
    }

    @Nullable
    Double value() {
        return unknown || volume == 0 ? null : traded / volume;
    }
}
