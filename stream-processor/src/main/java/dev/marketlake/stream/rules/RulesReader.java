package dev.marketlake.stream.rules;

import dev.marketlake.config.Fields;
import dev.marketlake.config.Mistakes;
import dev.marketlake.config.Watchlist;
import dev.marketlake.config.YamlText;
import dev.marketlake.stream.judge.AlertRules;
import dev.marketlake.stream.judge.ScopedRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The whole of alerts.yml. */
final class RulesReader {
    private static final String MISSING = "'rules' is missing; write 'rules: []' for no alerts";

    private final RuleReader reader;
    private final Mistakes mistakes;

    RulesReader(Watchlist watchlist, Mistakes mistakes) {
        this.reader = new RuleReader(watchlist, mistakes);
        this.mistakes = mistakes;
    }

    /** The rules that are right; what is wrong with the others is noted. */
    AlertRules read(String text, String version) {
        List<ScopedRule> rules = new ArrayList<>();
        YamlText.root(text, "write 'rules: []' for no alerts", mistakes).ifPresent(root -> rules.addAll(rules(root)));
        return new AlertRules(version, rules);
    }

    private List<ScopedRule> rules(Node root) {
        if (!(root instanceof MappingNode map)) {
            mistakes.add(root, "", MISSING);
            return List.of();
        }
        Fields fields = new Fields(map, "", mistakes);
        fields.allow(List.of("rules"));
        Optional<Node> rules = fields.node("rules");
        if (rules.isEmpty()) {
            mistakes.add(root, "", MISSING);
            return List.of();
        }
        if (!(rules.get() instanceof SequenceNode list)) {
            mistakes.add(rules.get(), "rules", "a list is wanted here, each rule on a line of its own after '- '");
            return List.of();
        }
        return each(list.getValue());
    }

    private List<ScopedRule> each(List<Node> entries) {
        List<ScopedRule> rules = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            Node entry = entries.get(i);
            Optional<ScopedRule> rule = reader.read(entry, i + 1);
            Integer first = name(entry)
                    .map(name -> lines.putIfAbsent(name, line(entry)))
                    .orElse(null);
            if (first != null) {
                String label = "rule '" + name(entry).orElse("") + "'";
                mistakes.add(entry, label, "is there twice, first in line " + first + ": give it another name");
            } else {
                rule.ifPresent(rules::add);
            }
        }
        return rules;
    }

    private static Optional<String> name(Node entry) {
        return RuleReader.value(entry, "name")
                .filter(ScalarNode.class::isInstance)
                .map(node -> ((ScalarNode) node).getValue());
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
