package dev.marketlake.stream;

import dev.marketlake.market.Interval;
import dev.marketlake.stream.judge.AlertRules;
import dev.marketlake.stream.judge.AlertSeverity;
import dev.marketlake.stream.judge.Terms;
import dev.marketlake.stream.judge.VolumeSpike;
import java.time.Duration;
import java.util.List;

/** Alert rules for tests. */
public final class Spike {
    /** No rules. */
    public static final AlertRules NO_RULES = new AlertRules("none", List.of());

    /** One volume spike: ratio 4, no z-score, hysteresis 0.25, no cooldown. */
    public static final AlertRules FOURFOLD = AlertRules.of("fourfold", fold(4, AlertSeverity.WARNING));

    private Spike() {}

    /** A volume spike of a ratio, on minutes, no z-score, hysteresis 0.25, no cooldown. */
    public static VolumeSpike fold(double ratio, AlertSeverity severity) {
        return new VolumeSpike(new Terms("spike", Interval.M1, severity, 0.25, Duration.ZERO), ratio, null);
    }
}
