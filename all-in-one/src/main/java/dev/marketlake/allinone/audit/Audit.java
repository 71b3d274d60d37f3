package dev.marketlake.allinone.audit;

import dev.marketlake.allinone.audit.Certificate.TableLine;
import dev.marketlake.allinone.audit.Difference.Check;
import dev.marketlake.allinone.query.Lake;
import dev.marketlake.allinone.query.LakeSession;
import dev.marketlake.lake.read.TableSnapshot;
import dev.marketlake.lake.store.StoredObject;
import dev.marketlake.lake.table.LakeTable;
import dev.marketlake.lake.table.LakeTable.Writing;
import dev.marketlake.lake.table.Tables;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one version of each table, whatever is committed meanwhile: Bronze last, so that it holds what the others rest on. For one
 * thread.
 */
public final class Audit {
    private static final String BRONZE = Tables.RAW_QUOTES.name();
    private static final String LEDGER = Tables.LEDGER.name();

    private final Lake lake;
    private final Evidence evidence;
    private final Map<String, Long> skipTo;
    private final Duration grace;
    private final List<Difference> differences = new ArrayList<>();

    /**
     * @param skipTo offsets that Bronze goes on from although its log says less, by name of the source in the log
     * @param grace objects younger than this may belong to a commit under way
     */
    public Audit(Lake lake, Evidence evidence, Map<String, Long> skipTo, Duration grace) {
        this.lake = lake;
        this.evidence = evidence;
        this.skipTo = Map.copyOf(skipTo);
        this.grace = grace;
    }

    /**
     * Looks at everything once.
     *
     * @param spill folder for what does not fit into memory, made where missing
     * @throws dev.marketlake.allinone.query.QueryRefused where the store gives no answer or a file cannot be read
     * @throws dev.marketlake.allinone.watch.BrokerSilent where the broker stops answering
     */
    public Certificate certificate(Instant now, Path spill) {
        Map<String, AuditedTable> tables = new HashMap<>();
        for (LakeTable table : Tables.all().reversed()) {
            take(table, now).ifPresent(taken -> tables.put(table.name(), taken));
        }
        try (LakeSession session = LakeSession.open(spill)) {
            tables.values().forEach(table -> session.lay(table.rows()));
            return look(session, tables, now);
        }
    }

    private Optional<AuditedTable> take(LakeTable table, Instant now) {
        Optional<TableSnapshot> found = lake.table(table.name());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        TableSnapshot snapshot = found.get();
        var log = lake.log(table.name());
        var memory = Lake.asked(() -> log.memory(snapshot.version()));
        List<StoredObject> objects = lake.objects(table.name());
        FileCheck check = FileCheck.of(
                snapshot,
                objects,
                () -> Lake.asked(() -> lake.log(table.name()).removals()).keySet(),
                now.minus(grace));
        differences.addAll(check.differences());
        return Optional.of(new AuditedTable(
                table,
                snapshot,
                memory,
                lake.live(snapshot, file -> check.there().contains(file.key())),
                check));
    }

    private Certificate look(LakeSession session, Map<String, AuditedTable> tables, Instant now) {
        List<TableLine> lines = new ArrayList<>();
        List<Certificate.SourceLine> sources = List.of();
        AuditedTable bronze = tables.get(BRONZE);
        GapJudge judge = new GapJudge(evidence, ledger(session, tables.get(LEDGER)), skipTo());
        if (bronze == null) {
            differences.add(new Difference(BRONZE, Check.OFFSETS, "there is no such table"));
        } else {
            OffsetCheck offsets = new OffsetCheck(session, bronze, judge).run();
            differences.addAll(offsets.differences());
            sources = offsets.lines();
        }
        for (LakeTable known : Tables.all()) {
            AuditedTable table = tables.get(known.name());
            if (table != null) {
                lines.add(line(session, table, bronze));
            }
        }
        return new Certificate(now, sources, lines, judge.notes(), differences);
    }

    private TableLine line(LakeSession session, AuditedTable table, @Nullable AuditedTable bronze) {
        WatermarkCheck.of(session, table).ifPresent(differences::add);
        KeyCheck.of(session, table).ifPresent(differences::add);
        long ahead = 0;
        if (bronze != null && table.table().writing() instanceof Writing.Upsert) {
            LineageCheck lineage = LineageCheck.of(session, table, bronze);
            lineage.difference().ifPresent(differences::add);
            ahead = lineage.ahead();
        }
        TableSnapshot snapshot = table.snapshot();
        Content content = Content.of(session, table);
        if (content.rows() != snapshot.rows() && table.files().differences().isEmpty()) {
            differences.add(new Difference(
                    table.name(),
                    Check.FILES,
                    "its files hold " + content.rows() + " rows, the log says " + snapshot.rows()));
        }
        return new TableLine(
                table.name(),
                snapshot.version(),
                content.rows(),
                snapshot.files().size(),
                snapshot.files().stream().mapToLong(file -> file.bytes()).sum(),
                table.files().older(),
                ahead,
                content.hash());
    }

    /** The first offset that the ledger counts, by source. */
    private static Map<Source, Long> ledger(LakeSession session, @Nullable AuditedTable ledger) {
        Map<Source, Long> first = new HashMap<>();
        if (ledger != null) {
            session.each(
                    "SELECT topic_id, partition, first_offset FROM " + LEDGER
                            + " WHERE kind = 'POSITION' AND first_offset IS NOT NULL",
                    row -> first.put(
                            new Source(String.valueOf(row.get(0)), (int) RowQueries.number(row, 1)),
                            RowQueries.number(row, 2)));
        }
        return first;
    }

    private Map<Source, Long> skipTo() {
        Map<Source, Long> skips = new HashMap<>();
        skipTo.forEach((id, offset) -> skips.put(Source.inLog(id), offset));
        return skips;
    }
}
