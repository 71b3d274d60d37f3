package dev.marketlake.lake.quality;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.config.Fields;
import dev.marketlake.lake.delta.Column;
import dev.marketlake.lake.table.LakeTable;
import dev.marketlake.lake.table.Tables;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** What a check's expression says, with the options of its kind. */
final class RuleReader {
    private static final List<String> COMMON = List.of("name", "severity", "filter");
    private static final List<String> METRICS =
            List.of("row_count", "missing_count", "invalid_count", "duplicate_count", "min", "max", "avg", "freshness");
    private static final Pattern METRIC =
            Pattern.compile("([a-z_]+) ?(?:\\(([^)]*)\\))? ?(=|!=|<=|>=|<|>|between)? ?(.*)");
    private static final Pattern RECONCILIATION = Pattern.compile("reconciliation with (\\S+)");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
    private static final String ANOMALY = "anomaly detection for row_count";
    private static final String HELP = "use row_count > 0, missing_count(A, B) = 0, invalid_count(A) = 0,"
            + " duplicate_count(A, B) = 0, min(A) > 0, max(A) < 1, avg(A) between 0 and 1, freshness(A) < PT1H, schema, "
            + ANOMALY + ", reconciliation with TABLE";

    private static final Fields.Allowed ANY = allowed(Double.NEGATIVE_INFINITY, "a number");
    private static final Fields.Allowed AT_LEAST_ONE = allowed(1, "at least 1");

    private final CheckReader check;
    private final ScalarNode expression;
    private final String text;
    private final String label;
    private final Fields options;

    RuleReader(CheckReader check, ScalarNode expression, String text, String label, Fields options) {
        this.check = check;
        this.expression = expression;
        this.text = text;
        this.label = label;
        this.options = options;
    }

    /** Empty where something is wrong, which is noted. */
    Optional<Rule> read() {
        if (text.equals("schema")) {
            return columns();
        }
        if (text.equals(ANOMALY)) {
            return anomaly();
        }
        Matcher reconciliation = RECONCILIATION.matcher(text);
        if (reconciliation.matches()) {
            return reconciliation(reconciliation.group(1));
        }
        Matcher metric = METRIC.matcher(text);
        if (!metric.matches() || !METRICS.contains(metric.group(1))) {
            return wrong("'" + text + "' is no check: " + HELP);
        }
        return metric(metric.group(1), columns(metric.group(2)), metric.group(3), metric.group(4));
    }

    private Optional<Rule> metric(String name, List<String> columns, @Nullable String comparison, String value) {
        long known = columns.stream()
                .filter(column -> check.column(column, check.table(), expression, label) != null)
                .count();
        if (known < columns.size()) {
            return Optional.empty();
        }
        if (comparison == null) {
            return wrong("it does not say what is expected: end it with = 0, > 0, between 1 and 5");
        }
        if (name.equals("freshness")) {
            return freshness(columns, comparison, value);
        }
        Optional<Bound> bound = Bound.of(comparison, value, RuleReader::number);
        if (bound.isEmpty()) {
            return wrong("'" + value + "' is not a number" + (comparison.equals("between") ? " and a number" : ""));
        }
        return metric(name, columns).map(found -> new Rule.Measured(found, bound.get()));
    }

    private Optional<Metric> metric(String name, List<String> columns) {
        if (name.equals("invalid_count")) {
            allow("valid values", "valid min", "valid max", "valid regex");
        } else {
            allow();
        }
        if (name.equals("row_count")) {
            return columns.isEmpty()
                    ? Optional.of(new Metric.RowCount())
                    : wrong("row_count has no columns: use missing_count or a filter");
        }
        if (name.equals("missing_count") || name.equals("duplicate_count")) {
            if (columns.isEmpty()) {
                return wrong(name + " needs columns: write " + name + "(symbol, open_time)");
            }
            return Optional.of(
                    name.equals("missing_count") ? new Metric.Missing(columns) : new Metric.Duplicates(columns));
        }
        if (columns.size() != 1) {
            return wrong(name + " needs one column: write " + name + "(close)");
        }
        if (name.equals("invalid_count")) {
            return validity().map(validity -> new Metric.Invalid(columns.getFirst(), validity));
        }
        if (!isNumber(type(columns.getFirst()))) {
            return wrong(columns.getFirst() + " is no column of numbers");
        }
        Metric.Statistic.Kind kind = Arrays.stream(Metric.Statistic.Kind.values())
                .filter(one -> one.word().equals(name))
                .findFirst()
                .orElseThrow();
        return Optional.of(new Metric.Statistic(kind, columns.getFirst()));
    }

    private Optional<Metric.Validity> validity() {
        Set<String> values = options.node("valid values")
                .<Set<String>>map(node -> new LinkedHashSet<>(check.texts(node, label)))
                .orElse(Set.of());
        Double min = options.numberIfAny("valid min", ANY);
        Double max = options.numberIfAny("valid max", ANY);
        String regex = options.has("valid regex") ? options.text("valid regex", "write a regular expression") : null;
        if (values.isEmpty() && min == null && max == null && regex == null) {
            return wrong(
                    "it does not say what is valid: add 'valid values', 'valid min', 'valid max' or 'valid regex'");
        }
        try {
            return Optional.of(new Metric.Validity(values, min, max, regex == null ? null : Metric.Regex.of(regex)));
        } catch (PatternSyntaxException e) {
            options.wrong("valid regex", "is no regular expression: " + e.getDescription());
            return Optional.empty();
        }
    }

    private Optional<Rule> freshness(List<String> columns, String comparison, String value) {
        allow("calendar");
        if (columns.size() != 1 || !isTime(type(columns.getFirst()))) {
            return wrong("freshness needs one column of times: write freshness(observed_at) < PT1H");
        }
        Optional<Bound> bound = Bound.of(comparison, value, RuleReader::seconds);
        if (bound.isEmpty()) {
            return wrong("'" + value + "' is not a duration: write PT5M for 5 minutes, P1D for a day");
        }
        Optional<TradingCalendar> calendar = Optional.empty();
        String name = options.has("calendar") ? options.text("calendar", "name one, for example NYSE") : null;
        if (name != null) {
            try {
                calendar = Optional.of(TradingCalendar.of(name));
            } catch (IllegalArgumentException e) {
                options.wrong("calendar", "is not right: " + e.getMessage());
                return Optional.empty();
            }
        }
        return Optional.of(new Rule.Freshness(columns.getFirst(), calendar, bound.get()));
    }

    private Optional<Rule> columns() {
        allow("columns");
        Map<String, String> types = new LinkedHashMap<>();
        if (!(options.node("columns").orElse(null) instanceof MappingNode map)) {
            return wrong("schema needs columns: write schema: {columns: {symbol: string, close: \"decimal(18,8)\"}}");
        }
        for (NodeTuple tuple : map.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key && tuple.getValueNode() instanceof ScalarNode type) {
                types.put(key.getValue(), type.getValue());
            }
        }
        return Optional.of(new Rule.Columns(types));
    }

    private Optional<Rule> anomaly() {
        allow("by", "trailing", "deviations");
        String date = options.text("by", "name a column of dates, for example trade_date");
        if (date == null || check.column(date, check.table(), expression, label) == null) {
            return Optional.empty();
        }
        int trailing = options.has("trailing") ? (int) options.number("trailing", AT_LEAST_ONE) : 20;
        double deviations = options.has("deviations") ? options.number("deviations", AT_LEAST_ONE) : 4;
        return Optional.of(new Rule.Anomaly(date, trailing, deviations));
    }

    private Optional<Rule> reconciliation(String with) {
        if (with.equals(Tables.LEDGER.name())) {
            allow();
            return check.table().equals(Tables.RAW_QUOTES)
                    ? Optional.of(new Rule.BalancedLedger())
                    : wrong("the ledger is about " + Tables.RAW_QUOTES.name() + ": check it there");
        }
        allow("source filter", "key", "compare");
        Optional<LakeTable> source = Tables.of(with)
                .filter(other -> other.topic().equals(check.table().topic()) && !other.equals(check.table()));
        if (source.isEmpty()) {
            return wrong("'" + with + "' is not fed by " + check.table().topic() + ", as "
                    + check.table().name() + " is: rows can be told apart only where both have the same records");
        }
        List<String> key = listed("key", source.get());
        if (key.isEmpty()) {
            return wrong("reconciliation needs a key: add key: [symbol, trade_date]");
        }
        Filter filter = options.node("source filter")
                .map(node -> check.filter(node, source.get(), label))
                .orElse(Filter.NONE);
        return Optional.of(new Rule.SameRows(with, filter, key, listed("compare", source.get())));
    }

    /** Columns of both tables. */
    private List<String> listed(String option, LakeTable source) {
        Node node = options.node(option).orElse(null);
        if (node == null) {
            return List.of();
        }
        List<String> columns = check.texts(node, label);
        columns.forEach(column -> {
            check.column(column, check.table(), node, label);
            check.column(column, source, node, label);
        });
        return columns;
    }

    private void allow(String... own) {
        List<String> all = new ArrayList<>(COMMON);
        all.addAll(List.of(own));
        options.allow(all);
    }

    private <T> Optional<T> wrong(String what) {
        check.wrong(expression, label, what);
        return Optional.empty();
    }

    private static List<String> columns(@Nullable String list) {
        return list == null || list.isBlank()
                ? List.of()
                : Arrays.stream(list.split(",", -1)).map(String::strip).toList();
    }

    private @Nullable Schema type(String column) {
        Column found = check.column(column, check.table(), expression, label);
        return found == null ? null : found.type();
    }

    private static boolean isTime(@Nullable Schema type) {
        return type != null && type.getLogicalType() instanceof LogicalTypes.TimestampMicros;
    }

    private static boolean isNumber(@Nullable Schema type) {
        return type != null
                && switch (type.getType()) {
                    case INT, LONG -> type.getLogicalType() == null;
                    case FLOAT, DOUBLE, FIXED -> true;
                    default -> false;
                };
    }

    private static Optional<Double> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Double.valueOf(text)) : Optional.empty();
    }

    private static Optional<Double> seconds(String text) {
        try {
            return Optional.of((double) Duration.parse(text).toSeconds());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Fields.Allowed allowed(double least, String words) {
        return new Fields.Allowed() {
            @Override
            public boolean holds(double number) {
                return number >= least;
            }

            @Override
            public String words() {
                return words;
            }
        };
    }
}
