package dev.marketlake.stream.judge;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.market.Interval;
import dev.marketlake.market.Symbol;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rules in force.
 *
 * @param version digest of the file they were read from
 * @param rules in the order of the file, names unique
 */
public record AlertRules(String version, List<ScopedRule> rules) {
    public AlertRules {
        rules = List.copyOf(rules);
        Set<String> names = new HashSet<>();
        for (ScopedRule scoped : rules) {
            if (!names.add(scoped.rule().name())) {
                throw new InvalidConfig("rule '" + scoped.rule().name() + "' is there twice");
            }
        }
    }

    /** Rules for every symbol. */
    public static AlertRules of(String version, AlertRule... rules) {
        return new AlertRules(
                version, Arrays.stream(rules).map(ScopedRule::forAll).toList());
    }

    /** The rules of a sort that are for a symbol and an interval, with its own overrides, in the order of the file. */
    public <R extends AlertRule> List<R> of(Class<R> sort, Symbol symbol, Interval interval) {
        return of(sort, symbol).stream()
                .filter(rule -> rule.interval() == interval)
                .toList();
    }

    /** The rules of a sort that are for a symbol, with its own overrides, in the order of the file. */
    public <R extends AlertRule> List<R> of(Class<R> sort, Symbol symbol) {
        return rules.stream()
                .map(rule -> rule.of(symbol))
                .flatMap(Optional::stream)
                .filter(sort::isInstance)
                .map(sort::cast)
                .toList();
    }
}
