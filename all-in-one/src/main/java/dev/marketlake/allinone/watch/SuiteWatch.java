package dev.marketlake.allinone.watch;

import dev.marketlake.allinone.suite.Endpoints;
import dev.marketlake.events.Alert;
import dev.marketlake.topics.Topic;
import dev.marketlake.topics.Topics;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Looks at a running suite through its broker, registry and services. For one thread. */
public final class SuiteWatch implements AutoCloseable {
    private static final List<String> RAW = List.of(Topics.RAW.name());
    private static final List<String> EVERY_TOPIC =
            Topics.all().stream().map(Topic::name).toList();
    private static final String STREAM_GROUP = "marketlake-stream";

    private final Endpoints endpoints;
    private final Clock clock;
    private final ServiceReports reports;
    private final TopicOffsets offsets;
    private @Nullable LedgerBook ledger;
    private @Nullable LatestAlert alerts;
    private final RecentRate rawRate = new RecentRate();

    public SuiteWatch(Endpoints endpoints, Clock clock) {
        this.endpoints = endpoints;
        this.clock = clock;
        this.reports = new ServiceReports(endpoints);
        this.offsets = new TopicOffsets(endpoints.bootstrapServers());
    }

    public ServiceReports reports() {
        return reports;
    }

    public TopicOffsets offsets() {
        return offsets;
    }

    /** What became of the raw records. @throws BrokerSilent if broker or registry do not answer now */
    public LedgerTotals ledgerTotals() {
        return ledger().refreshed().totals();
    }

    /** How it goes. @throws BrokerSilent if broker or registry do not answer now */
    public Figures figures() {
        var now = clock.instant();
        var ends = offsets.ends(RAW);
        long raw = sum(ends);
        var tables = reports.tables().orElse(List.of());
        var figures = new Figures(
                now,
                raw,
                rawRate.perSecond(now, raw),
                streamLag(ends),
                tables.stream().mapToLong(TableReport::lag).sum(),
                rows(tables),
                alerts().refreshed().map(SuiteWatch::lastAlert));
        return figures;
    }

    /** How far everything has come. @throws BrokerSilent if broker or registry do not answer now */
    public Passage passage() {
        return new Passage(
                reports.ingest(),
                offsets.ends(RAW),
                offsets.committedBy(STREAM_GROUP),
                ledger().refreshed().accounted(offsets.topicId(Topics.RAW.name())),
                offsets.committedEnds(EVERY_TOPIC),
                reports.tables().orElse(List.of()));
    }

    /** Raw records not yet committed by the stream processor. */
    public long streamLag() {
        return streamLag(offsets.ends(RAW));
    }

    private long streamLag(Map<TopicPartition, Long> ends) {
        var committed = offsets.committedBy(STREAM_GROUP);
        var begins = offsets.begins(RAW);
        return ends.entrySet().stream()
                // The ends were read first: what was committed since may lie beyond them.
                .mapToLong(end -> Math.max(
                        0,
                        end.getValue() - committed.getOrDefault(end.getKey(), begins.getOrDefault(end.getKey(), 0L))))
                .sum();
    }

    private static SortedMap<String, Long> rows(List<TableReport> tables) {
        var rows = new TreeMap<String, Long>();
        tables.forEach(table -> rows.put(table.table(), table.rows()));
        return rows;
    }

    private static Figures.LastAlert lastAlert(Alert alert) {
        return new Figures.LastAlert(alert.getRaisedAt(), alert.getSymbol(), alert.getRule(), alert.getMessage());
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    private LedgerBook ledger() {
        var known = ledger;
        if (known == null) {
            known = new LedgerBook(endpoints.bootstrapServers(), endpoints.registryUrl());
            ledger = known;
        }
        return known;
    }

    private LatestAlert alerts() {
        var known = alerts;
        if (known == null) {
            known = new LatestAlert(endpoints.bootstrapServers(), endpoints.registryUrl());
            alerts = known;
        }
        return known;
    }

    @Override
    public void close() {
        if (ledger != null) {
            ledger.close();
        }
        if (alerts != null) {
            alerts.close();
        }
        offsets.close();
        reports.close();
    }
}
