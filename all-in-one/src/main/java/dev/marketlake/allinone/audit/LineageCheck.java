package dev.marketlake.allinone.audit;

import static dev.marketlake.allinone.audit.RowQueries.examples;
import static dev.marketlake.allinone.audit.RowQueries.number;
import static dev.marketlake.allinone.audit.RowQueries.watermarks;

import dev.marketlake.allinone.audit.Difference.Check;
import dev.marketlake.allinone.query.LakeSession;
import java.util.List;
import java.util.Optional;

/**
 * The raw records behind the rows of a table are in Bronze. Those that Bronze's log has yet to take are counted apart: its sink may be
 * behind that of the table.
 *
 * @param ahead raw records that Bronze has yet to take
 * @param difference what is wrong
 */
record LineageCheck(long ahead, Optional<Difference> difference) {

    static LineageCheck of(LakeSession session, AuditedTable table, AuditedTable bronze) {
        String origins = origins(table);
        if (origins.isEmpty()) {
            return new LineageCheck(0, Optional.empty());
        }
        String absent = " FROM (" + origins + ") o LEFT JOIN " + watermarks(bronze)
                + " w ON w.topic_id = o.id AND w.partition = o.part ANTI JOIN " + bronze.name()
                + " b ON b.kafka_topic_id = o.id AND b.kafka_partition = o.part AND b.kafka_offset = o.at";
        String never = absent + " WHERE w.next IS NULL OR o.at IS NULL OR o.at < w.next";
        long ahead = number(
                session.rows("SELECT count(*)" + absent + " WHERE o.at >= w.next")
                        .getFirst(),
                0);
        long lost = number(session.rows("SELECT count(*)" + never).getFirst(), 0);
        if (lost == 0) {
            return new LineageCheck(ahead, Optional.empty());
        }
        String position = "coalesce(o.id || '-' || o.part || ' offset ' || o.at, 'none')";
        return new LineageCheck(
                ahead,
                Optional.of(new Difference(
                        table.name(),
                        Check.LINEAGE,
                        lost + " raw records behind its rows are not in " + bronze.name() + ", such as "
                                + examples(session, "SELECT " + position + never + " ORDER BY 1"))));
    }

    /** The raw records that the rows name, each once, as {@code id, part, at}; empty for a table whose rows name none. */
    private static String origins(AuditedTable table) {
        if (List.of("raw_topic_id", "raw_partition", "raw_offset").stream().allMatch(table::has)) {
            return "SELECT DISTINCT raw_topic_id AS id, raw_partition AS part, raw_offset AS at FROM " + table.name();
        }
        return table.has("positions")
                ? "SELECT DISTINCT p.topic_id AS id, p.partition AS part, p.\"offset\" AS at FROM (SELECT unnest(positions)"
                        + " AS p FROM " + table.name() + ")"
                : "";
    }
}
