package dev.marketlake.stream.judge;

import dev.marketlake.market.Interval;

/** One rule of config/alerts.yml, as it applies to one symbol. */
public sealed interface AlertRule permits BarRule, StaleFeed {
    AlertKind kind();

    /** What rules of every kind say. */
    Terms terms();

    /** Part of the alert's id. */
    default String name() {
        return terms().name();
    }

    /** The bars it judges. */
    default Interval interval() {
        return terms().interval();
    }

    default AlertSeverity severity() {
        return terms().severity();
    }
}
