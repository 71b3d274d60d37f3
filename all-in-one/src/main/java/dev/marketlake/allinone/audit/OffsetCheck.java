package dev.marketlake.allinone.audit;

import static dev.marketlake.allinone.audit.RowQueries.examples;
import static dev.marketlake.allinone.audit.RowQueries.number;
import static dev.marketlake.allinone.query.LakeSession.text;

import dev.marketlake.allinone.audit.Certificate.SourceLine;
import dev.marketlake.allinone.audit.Difference.Check;
import dev.marketlake.allinone.query.LakeSession;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Each offset below the watermark of its source is in Bronze once, or {@link GapJudge} says why it is not. */
final class OffsetCheck {
    private final LakeSession session;
    private final AuditedTable bronze;
    private final GapJudge judge;
    private final List<SourceLine> lines = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();

    OffsetCheck(LakeSession session, AuditedTable bronze, GapJudge judge) {
        this.session = session;
        this.bronze = bronze;
        this.judge = judge;
    }

    private record Rows(long count, long distinct, long first, long last) {}

    List<SourceLine> lines() {
        return lines;
    }

    List<Difference> differences() {
        return differences;
    }

    OffsetCheck run() {
        Map<Source, Rows> rows = new HashMap<>();
        session.each(
                "SELECT kafka_topic_id, kafka_partition, count(*), count(DISTINCT kafka_offset), min(kafka_offset),"
                        + " max(kafka_offset) FROM " + bronze.name()
                        + " WHERE kafka_topic_id IS NOT NULL AND kafka_partition IS NOT NULL AND kafka_offset IS NOT NULL"
                        + " GROUP BY 1, 2",
                row -> rows.put(
                        new Source(String.valueOf(row.get(0)), (int) number(row, 1)),
                        new Rows(number(row, 2), number(row, 3), number(row, 4), number(row, 5))));
        Map<Source, Long> watermarks = bronze.watermarks();
        var sources = new TreeSet<>(Comparator.comparing(Source::topicId).thenComparingInt(Source::partition));
        sources.addAll(rows.keySet());
        sources.addAll(watermarks.keySet());
        for (Source source : sources) {
            Rows found = rows.getOrDefault(source, new Rows(0, 0, -1, -1));
            look(source, found, watermarks.getOrDefault(source, -1L));
        }
        return this;
    }

    private void look(Source source, Rows rows, long watermark) {
        if (rows.count() > rows.distinct()) {
            differs(rows.count() - rows.distinct() + " rows too many of " + source + ", such as offset "
                    + examples(
                            session,
                            "SELECT kafka_offset || ' ' || count(*) || ' times'" + of(source)
                                    + " GROUP BY kafka_offset HAVING count(*) > 1 ORDER BY kafka_offset"));
        }
        if (watermark < 0) {
            differs(rows.count() + " rows of " + source + ", which the log does not know");
        }
        long between = gaps(source, rows, Math.max(watermark, 0));
        lines.add(new SourceLine(source.topicId(), source.partition(), rows.first(), watermark, rows.count(), between));
    }

    /** @return offsets without a row that held no record */
    private long gaps(Source source, Rows rows, long watermark) {
        long first = rows.count() == 0 ? watermark : Math.min(rows.first(), watermark);
        if (first > 0) {
            judge.begins(source, first).ifPresent(this::differs);
        }
        List<long[]> gaps = new ArrayList<>();
        if (rows.count() > 0 && rows.distinct() < rows.last() - rows.first() + 1) {
            session.each(
                    "SELECT o + 1, n FROM (SELECT kafka_offset AS o, lead(kafka_offset) OVER (ORDER BY kafka_offset) AS n"
                            + of(source) + ") WHERE n > o + 1 ORDER BY 1",
                    row -> gaps.add(new long[] {number(row, 0), number(row, 1)}));
        }
        if (rows.count() > 0 && rows.last() + 1 < watermark) {
            gaps.add(new long[] {rows.last() + 1, watermark});
        }
        long between = 0;
        for (long[] gap : gaps) {
            var fault = judge.lacks(source, gap[0], gap[1]);
            fault.ifPresent(this::differs);
            between += fault.isEmpty() ? gap[1] - gap[0] : 0;
        }
        return between;
    }

    private String of(Source source) {
        return " FROM " + bronze.name() + " WHERE kafka_topic_id = " + text(source.topicId())
                + " AND kafka_partition = " + source.partition();
    }

    private void differs(String said) {
        differences.add(new Difference(bronze.name(), Check.OFFSETS, said));
    }
}
