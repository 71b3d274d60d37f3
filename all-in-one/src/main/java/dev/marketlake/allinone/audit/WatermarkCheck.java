package dev.marketlake.allinone.audit;

import static dev.marketlake.allinone.audit.RowQueries.examples;
import static dev.marketlake.allinone.audit.RowQueries.number;
import static dev.marketlake.allinone.audit.RowQueries.watermarks;

import dev.marketlake.allinone.audit.Difference.Check;
import dev.marketlake.allinone.query.LakeSession;
import java.util.Optional;

/** No row comes from an offset its table's log has not taken yet: such a row would be read once more. */
final class WatermarkCheck {
    private static final String POSITION = "kafka_topic_id || '-' || kafka_partition || ' offset ' || kafka_offset";

    private WatermarkCheck() {}

    static Optional<Difference> of(LakeSession session, AuditedTable table) {
        if (!table.has("kafka_offset")) {
            return Optional.empty();
        }
        String beyond = " FROM " + table.name() + " t LEFT JOIN " + watermarks(table)
                + " w ON w.topic_id = t.kafka_topic_id AND w.partition = t.kafka_partition"
                + " WHERE w.next IS NULL OR t.kafka_offset IS NULL OR t.kafka_offset >= w.next";
        long rows = number(session.rows("SELECT count(*)" + beyond).getFirst(), 0);
        return rows == 0
                ? Optional.empty()
                : Optional.of(new Difference(
                        table.name(),
                        Check.WATERMARKS,
                        rows + " rows come from beyond what the log has taken, such as "
                                + examples(session, "SELECT " + POSITION + beyond + " ORDER BY 1")));
    }
}
