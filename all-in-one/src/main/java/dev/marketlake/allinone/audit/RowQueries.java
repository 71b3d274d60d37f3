package dev.marketlake.allinone.audit;

import static dev.marketlake.allinone.query.LakeSession.text;

import dev.marketlake.allinone.query.LakeSession;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** SQL that the checks share. */
final class RowQueries {
    /** How many offending rows are shown. */
    static final int EXAMPLES = 3;

    private RowQueries() {}

    static String quoted(String column) {
        return '"' + column + '"';
    }

    /** The watermarks of a table as SQL rows {@code topic_id, partition, next}. */
    static String watermarks(AuditedTable table) {
        String rows = table.watermarks().entrySet().stream()
                .map(entry -> "(" + text(entry.getKey().topicId()) + ", "
                        + entry.getKey().partition() + ", " + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
        return rows.isEmpty()
                ? "(SELECT '' AS topic_id, 0 AS partition, 0 AS next WHERE false)"
                : "(SELECT * FROM (VALUES " + rows + ") v(topic_id, partition, next))";
    }

    static long number(List<@Nullable Object> row, int column) {
        return ((Number) Objects.requireNonNull(row.get(column))).longValue();
    }

    /** The first values of a one-column query, after one another. */
    static String examples(LakeSession session, String sql) {
        return session.rows(sql + " LIMIT " + EXAMPLES).stream()
                .map(row -> String.valueOf(row.getFirst()))
                .collect(Collectors.joining(", "));
    }
}
