package dev.marketlake.stream.rules;

import dev.marketlake.config.Fields;
import dev.marketlake.config.Mistakes;
import dev.marketlake.config.Spelling;
import dev.marketlake.config.Watchlist;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.judge.AlertKind;
import dev.marketlake.stream.judge.AlertRule;
import dev.marketlake.stream.judge.ScopedRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One entry of the rules of alerts.yml: the rule, whom it is for, and what is different for whom. */
final class RuleReader {
    private static final List<String> SCOPE = List.of("symbols", "exclude", "overrides");
    private static final Map<String, AlertKind> KINDS = Choices.of(AlertKind.class);

    private final Watchlist watchlist;
    private final List<String> followed;
    private final Mistakes mistakes;

    RuleReader(Watchlist watchlist, Mistakes mistakes) {
        this.watchlist = watchlist;
        this.followed = watchlist.symbols().stream().map(Symbol::value).toList();
        this.mistakes = mistakes;
    }

    /** @param number of the entry, from 1, for one without a name */
    Optional<ScopedRule> read(Node entry, int number) {
        if (!(entry instanceof MappingNode map)) {
            mistakes.add(
                    entry, "entry " + number, "a rule is a map: write each key on a line of its own as 'name: value'");
            return Optional.empty();
        }
        String label = value(entry, "name")
                .filter(ScalarNode.class::isInstance)
                .map(node -> "rule '" + ((ScalarNode) node).getValue() + "'")
                .orElse("entry " + number);
        Fields fields = new Fields(map, label, mistakes);
        AlertKind kind = fields.oneOf("kind", KINDS);
        boolean known = fields.node("kind")
                .filter(node -> node instanceof ScalarNode scalar && KINDS.containsKey(scalar.getValue()))
                .isPresent();
        if (!known) {
            return Optional.empty();
        }
        fields.allow(allowed(kind));
        Optional<AlertRule> rule = KindReader.read(kind, fields);
        Set<Symbol> only = symbols(fields, label, "symbols");
        Set<Symbol> exclude = symbols(fields, label, "exclude");
        Map<Symbol, AlertRule> overrides = overrides(kind, fields, label);
        Optional<ScopedRule> scoped = rule.map(one -> new ScopedRule(one, only, exclude, overrides));
        scoped.ifPresent(one -> refuseIdleOverrides(one, fields, label));
        return scoped;
    }

    private static List<String> allowed(AlertKind kind) {
        List<String> keys = new ArrayList<>(List.of("name", "kind", "interval"));
        keys.addAll(overridable(kind));
        keys.addAll(SCOPE);
        return keys;
    }

    private static List<String> overridable(AlertKind kind) {
        List<String> keys = new ArrayList<>(List.of("severity", "cooldown"));
        keys.addAll(KindReader.keys(kind));
        return keys;
    }

    private Set<Symbol> symbols(Fields fields, String label, String key) {
        Optional<Node> node = fields.node(key);
        if (node.isEmpty()) {
            return Set.of();
        }
        if (!(node.get() instanceof SequenceNode list) || list.getValue().isEmpty()) {
            fields.wrong(key, "is no list of symbols: write it as [AAPL, MSFT], or take it out");
            return Set.of();
        }
        Set<Symbol> symbols = new LinkedHashSet<>();
        for (Node one : list.getValue()) {
            Optional<Symbol> symbol = symbol(one, label);
            if (symbol.isPresent() && !symbols.add(symbol.get())) {
                mistakes.add(one, label, key + " names " + symbol.get() + " twice: take one out");
            }
        }
        return symbols;
    }

    private Optional<Symbol> symbol(Node node, String label) {
        String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (Symbol.isValid(text) && watchlist.contains(new Symbol(text))) {
            return Optional.of(new Symbol(text));
        }
        String hint = Spelling.hint(text, followed);
        mistakes.add(
                node,
                label,
                "symbol '" + text + "' is not in symbols.yml"
                        + (hint.isEmpty() ? ": follow it there, or take it out" : hint));
        return Optional.empty();
    }

    private Map<Symbol, AlertRule> overrides(AlertKind kind, Fields rule, String label) {
        Optional<Node> node = rule.node("overrides");
        if (node.isEmpty()) {
            return Map.of();
        }
        if (!(node.get() instanceof MappingNode map)) {
            rule.wrong("overrides", "is no map: write it as {AAPL: {severity: CRITICAL}}, or take it out");
            return Map.of();
        }
        Map<Symbol, AlertRule> overrides = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            Optional<Symbol> symbol = symbol(tuple.getKeyNode(), label);
            Optional<AlertRule> own = override(kind, rule, tuple, label);
            if (symbol.isPresent() && own.isPresent() && overrides.put(symbol.get(), own.get()) != null) {
                mistakes.add(tuple.getKeyNode(), label, "overrides names " + symbol.get() + " twice: take one out");
            }
        }
        return overrides;
    }

    private Optional<AlertRule> override(AlertKind kind, Fields rule, NodeTuple tuple, String label) {
        String symbol = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        String about = label + " for " + symbol;
        if (!(tuple.getValueNode() instanceof MappingNode map)) {
            mistakes.add(tuple.getValueNode(), about, "an override is a map: write it as {severity: CRITICAL}");
            return Optional.empty();
        }
        Fields own = new Fields(map, about, mistakes);
        own.allow(overridable(kind));
        return KindReader.read(kind, own.over(rule));
    }

    private void refuseIdleOverrides(ScopedRule scoped, Fields fields, String label) {
        for (Symbol symbol : scoped.overrides().keySet()) {
            if (!scoped.isFor(symbol)) {
                fields.node("overrides")
                        .flatMap(node -> key(node, symbol.value()))
                        .ifPresent(key -> mistakes.add(
                                key,
                                label,
                                symbol + " is not judged by this rule: take the override or the filter out"));
            }
        }
    }

    /** The node under a key of a map, where there is one. */
    static Optional<Node> value(Node node, String key) {
        return tuple(node, key).map(NodeTuple::getValueNode);
    }

    private static Optional<Node> key(Node node, String key) {
        return tuple(node, key).map(NodeTuple::getKeyNode);
    }

    private static Optional<NodeTuple> tuple(Node node, String key) {
        if (!(node instanceof MappingNode map)) {
            return Optional.empty();
        }
        return map.getValue().stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode scalar
                        && scalar.getValue().equals(key))
                .findFirst();
    }
}
