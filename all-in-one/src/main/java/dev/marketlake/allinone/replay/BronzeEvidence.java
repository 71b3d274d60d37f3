package dev.marketlake.allinone.replay;

import static java.util.Objects.requireNonNull;

import dev.marketlake.allinone.query.Lake;
import dev.marketlake.allinone.query.LakeSession;
import java.nio.file.Path;

/**
 * Whether Bronze holds the raw records that the lake's bars were made of. Where it does not (it has halted, or a range was given up), a replay
 * knows less than the lake, and what it does not yield is no reason to take a row away.
 */
final class BronzeEvidence {
    private static final String BARS = "silver.bars";

    private BronzeEvidence() {}

    /** @param scope condition on symbol and trade_date @throws ReplayFailure naming how many are missing and the first */
    static void require(Lake lake, String scope, Path spill) {
        var bars = lake.live(BARS, file -> true);
        var bronze = lake.live(BronzeRows.TABLE, file -> true);
        if (bars.isEmpty() || bronze.isEmpty()) {
            throw new ReplayFailure("the lake has no " + (bars.isEmpty() ? BARS : BronzeRows.TABLE)
                    + ": let the suite run once until it is made");
        }
        try (var session = LakeSession.open(spill)) {
            session.lay(bars.get());
            session.lay(bronze.get());
            var missing = session.rows(
                            "SELECT count(*), min(raw_topic_id || '/' || raw_partition || '/' || raw_offset) FROM (SELECT DISTINCT"
                                    + " raw_topic_id, raw_partition, raw_offset FROM " + BARS + " WHERE " + scope
                                    + ") b ANTI JOIN " + BronzeRows.TABLE
                                    + " r ON r.kafka_topic_id = b.raw_topic_id AND r.kafka_partition = b.raw_partition"
                                    + " AND r.kafka_offset = b.raw_offset")
                    .getFirst();
            if (((Number) requireNonNull(missing.getFirst())).longValue() > 0) {
                throw new ReplayFailure(BronzeRows.TABLE + " lacks " + missing.getFirst()
                        + " of the raw records behind " + BARS + " in this range, such as " + missing.getLast()
                        + ": the lake knows more than a replay could, so it is not begun. They may be about to land: try again; else see"
                        + " marketlake status whether the table has halted");
            }
        }
    }
}
