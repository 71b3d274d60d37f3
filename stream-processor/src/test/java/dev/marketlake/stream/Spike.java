package dev.marketlake.stream;

import dev.marketlake.market.Interval;
import dev.marketlake.stream.judge.AlertKind;
import dev.marketlake.stream.judge.AlertRule;
import dev.marketlake.stream.judge.AlertRules;
import dev.marketlake.stream.judge.AlertSeverity;
import java.time.Duration;
import java.util.List;

/** Alert rules for tests. */
public final class Spike {
    /** No rules. */
    public static final AlertRules NO_RULES = new AlertRules("none", List.of());

    /** One volume spike: ratio 4, no z-score, hysteresis 0.25, no cooldown. */
    public static final AlertRules FOURFOLD = new AlertRules(
            "fourfold",
            List.of(new AlertRule(
                    "spike",
                    AlertKind.VOLUME_SPIKE,
                    Interval.M1,
                    4.0,
                    null,
                    AlertSeverity.WARNING,
                    0.25,
                    Duration.ZERO)));

    private Spike() {}
}
