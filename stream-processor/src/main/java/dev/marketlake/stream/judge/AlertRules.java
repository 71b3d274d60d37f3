package dev.marketlake.stream.judge;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.market.Interval;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules in force.
 *
 * @param version digest of the file they were read from
 * @param rules in the order of the file, names unique
 */
public record AlertRules(String version, List<AlertRule> rules) {
    public AlertRules {
        rules = List.copyOf(rules);
        Set<String> names = new HashSet<>();
        for (AlertRule rule : rules) {
            if (!names.add(rule.name())) {
                throw new InvalidConfig("rule '" + rule.name() + "' is there twice");
            }
        }
    }

    /** The rules that judge bars of an interval. */
    public List<AlertRule> of(Interval interval) {
        return rules.stream().filter(rule -> rule.interval() == interval).toList();
    }
}
