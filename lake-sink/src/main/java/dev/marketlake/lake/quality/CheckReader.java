package dev.marketlake.lake.quality;

import dev.marketlake.config.Fields;
import dev.marketlake.config.Mistakes;
import dev.marketlake.config.Spelling;
import dev.marketlake.lake.delta.Column;
import dev.marketlake.lake.table.LakeConfig;
import dev.marketlake.lake.table.LakeTable;
import dev.marketlake.lake.table.LakeTable.Writing;
import dev.marketlake.lake.table.TableRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** One check of config/quality.yml: an expression, and what is said of it besides. */
final class CheckReader {
    private static final Map<String, Severity> SEVERITIES = severities();

    private final LakeTable table;
    private final LakeConfig lake;
    private final Mistakes mistakes;

    CheckReader(LakeTable table, LakeConfig lake, Mistakes mistakes) {
        this.table = table;
        this.lake = lake;
        this.mistakes = mistakes;
    }

    /** Empty where something about it is wrong, which is noted. */
    Optional<Check> read(Node entry) {
        if (entry instanceof ScalarNode expression) {
            return check(
                    expression,
                    new MappingNode(
                            Tag.MAP, true, List.of(), FlowStyle.FLOW, entry.getStartMark(), entry.getEndMark()));
        }
        if (entry instanceof MappingNode map && map.getValue().size() == 1) {
            NodeTuple tuple = map.getValue().getFirst();
            if (tuple.getKeyNode() instanceof ScalarNode expression
                    && tuple.getValueNode() instanceof MappingNode options) {
                return check(expression, options);
            }
        }
        mistakes.add(
                entry,
                table.name(),
                "a check is an expression, alone or with a map of options:"
                        + " '- missing_count(close) = 0' or '- missing_count(close) = 0: {severity: block}'");
        return Optional.empty();
    }

    private Optional<Check> check(ScalarNode expression, MappingNode options) {
        String text = expression.getValue().strip().replaceAll("\\s+", " ");
        String label = table.name() + ", check '" + text + "'";
        Fields fields = new Fields(options, label, mistakes);
        Optional<Rule> rule = new RuleReader(this, expression, text, label, fields).read();
        String name = fields.has("name") ? fields.text("name", "give the check a name") : text;
        Severity severity = fields.has("severity") ? fields.oneOf("severity", SEVERITIES) : Severity.WARN;
        Filter filter =
                fields.node("filter").map(node -> filter(node, table, label)).orElse(Filter.NONE);
        if (rule.isEmpty() || name == null) {
            return Optional.empty();
        }
        if (severity == Severity.QUARANTINE && !setsRowsAside(rule.get())) {
            fields.wrong(
                    "severity",
                    "quarantine sets rows aside one by one: it goes with missing_count and invalid_count = 0 of a table"
                            + " with a key; use warn or block");
        }
        return fields.made(() -> new Check(table.name(), name, severity, filter, rule.get()));
    }

    private boolean setsRowsAside(Rule rule) {
        return table.writing() instanceof Writing.Upsert
                && rule instanceof Rule.Measured measured
                && measured.metric() instanceof Metric.PerRow
                && measured.bound().isNone();
    }

    private static Map<String, Severity> severities() {
        Map<String, Severity> choices = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            choices.put(severity.name().toLowerCase(Locale.ROOT), severity);
        }
        return choices;
    }

    LakeTable table() {
        return table;
    }

    void wrong(Node node, String label, String text) {
        mistakes.add(node, label, text);
    }

    /** Rows by the values of columns: {@code {valid: true, interval: [1m, 5m]}}. */
    Filter filter(Node node, LakeTable of, String label) {
        if (!(node instanceof MappingNode map)) {
            mistakes.add(node, label, "a filter is a map: write it as {interval: 1d, valid: true}");
            return Filter.NONE;
        }
        Map<String, Set<String>> values = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                column(key.getValue(), of, key, label);
                values.put(key.getValue(), new LinkedHashSet<>(texts(tuple.getValueNode(), label)));
            }
        }
        return new Filter(values);
    }

    /** One text or a list of them. */
    List<String> texts(Node node, String label) {
        List<Node> ones = node instanceof SequenceNode list ? list.getValue() : List.of(node);
        List<String> texts = new ArrayList<>();
        for (Node one : ones) {
            if (one instanceof ScalarNode scalar) {
                texts.add(scalar.getValue());
            } else {
                mistakes.add(one, label, "a value or a list of values is wanted here: 1d or [1m, 5m]");
            }
        }
        return texts;
    }

    /** Notes a column that a table does not have. @return its type; null where it has none */
    @Nullable
    Column column(String name, LakeTable of, Node place, String label) {
        List<Column> columns = TableRows.of(of, lake.partitions(of)).shape().columns();
        for (Column column : columns) {
            if (column.name().equals(name)) {
                return column;
            }
        }
        List<String> names = columns.stream().map(Column::name).toList();
        String hint = Spelling.hint(name, names);
        mistakes.add(
                place,
                label,
                of.name() + " has no column '" + name + "'"
                        + (hint.isEmpty() ? ": it has " + String.join(" ", names) : hint));
        return null;
    }
}
