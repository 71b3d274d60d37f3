package dev.marketlake.stream.judge;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.market.Symbol;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A rule, and whom it is for.
 *
 * @param only the symbols it is for; empty for all
 * @param exclude symbols it is not for
 * @param overrides the rule as it is for a symbol with thresholds or a severity of its own: same name, kind and interval
 */
public record ScopedRule(AlertRule rule, Set<Symbol> only, Set<Symbol> exclude, Map<Symbol, AlertRule> overrides) {
    public ScopedRule {
        only = Set.copyOf(only);
        exclude = Set.copyOf(exclude);
        overrides = Map.copyOf(overrides);
        for (AlertRule own : overrides.values()) {
            if (!own.name().equals(rule.name()) || own.kind() != rule.kind() || own.interval() != rule.interval()) {
                throw new InvalidConfig("an override of rule '" + rule.name() + "' is another rule: " + own);
            }
        }
    }

    /** A rule for every symbol. */
    public static ScopedRule forAll(AlertRule rule) {
        return new ScopedRule(rule, Set.of(), Set.of(), Map.of());
    }

    /** The rule as it is for a symbol; empty where it is not for that. */
    public Optional<AlertRule> of(Symbol symbol) {
        return isFor(symbol) ? Optional.of(overrides.getOrDefault(symbol, rule)) : Optional.empty();
    }

    /** Whether {@code symbol} is judged by it. */
    public boolean isFor(Symbol symbol) {
        return (only.isEmpty() || only.contains(symbol)) && !exclude.contains(symbol);
    }
}
