package dev.marketlake.lake.quality;

import dev.marketlake.lake.content.Measure;
import dev.marketlake.lake.content.PortionReader;
import dev.marketlake.lake.content.Summaries;
import dev.marketlake.lake.table.LakeTable.Writing;
import dev.marketlake.lake.table.Tables;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** What checks measure of tables, and who keeps it. */
final class Needs {
    private final Summaries summaries;
    private final Doubles doubles;
    private final Map<String, Set<PortionReader>> readers = new LinkedHashMap<>();

    Needs(Summaries summaries, Doubles doubles) {
        this.summaries = summaries;
        this.doubles = doubles;
    }

    /** Who has to be given the rows of which tables, before these checks are judged. */
    Map<String, Set<PortionReader>> of(Collection<Check> checks) {
        checks.forEach(this::add);
        return readers;
    }

    private void add(Check check) {
        String table = check.table();
        switch (check.rule()) {
            case Rule.Measured measured -> add(table, reader(check, measured.metric()));
            case Rule.Freshness freshness -> add(table, summaries.reader(newest(check, freshness)));
            case Rule.Anomaly anomaly -> add(table, summaries.reader(days(check, anomaly)));
            case Rule.SameRows same -> {
                add(table, summaries.reader(here(check, same)));
                add(same.source(), summaries.reader(there(same)));
            }
            case Rule.BalancedLedger ledger -> {
                add(table, summaries.reader(new Offsets()));
                add(Tables.LEDGER.name(), summaries.reader(new Books()));
            }
            case Rule.Columns columns -> {}
        }
    }

    private void add(String table, PortionReader reader) {
        readers.computeIfAbsent(table, name -> new LinkedHashSet<>()).add(reader);
    }

    private PortionReader reader(Check check, Metric metric) {
        return switch (metric) {
            case Metric.RowCount rows -> summaries.reader(rows(check));
            case Metric.PerRow rows -> summaries.reader(rows(check, rows));
            case Metric.Duplicates duplicates -> doubles.reader(duplicates.columns(), check.filter());
            case Metric.Statistic numbers -> summaries.reader(numbers(check, numbers));
        };
    }

    static Measure<Tally.Count> rows(Check check) {
        return new Tally(null, check.filter(), List.of());
    }

    static Measure<Tally.Count> rows(Check check, Metric.PerRow metric) {
        return new Tally(metric, check.filter(), key(check.table()));
    }

    static Measure<Spread.Numbers> numbers(Check check, Metric.Statistic metric) {
        return new Spread(metric.column(), check.filter());
    }

    static Measure<Optional<Instant>> newest(Check check, Rule.Freshness rule) {
        return new Newest(rule.column(), check.filter());
    }

    static Measure<SortedMap<String, Long>> days(Check check, Rule.Anomaly rule) {
        return new RowsByDate(rule.date(), check.filter());
    }

    /** Of the table the check is about. */
    static Measure<Map<String, Places.Place>> here(Check check, Rule.SameRows rule) {
        return new Places(check.filter(), rule.key(), rule.compare());
    }

    /** Of the one it is compared with. */
    static Measure<Map<String, Places.Place>> there(Rule.SameRows rule) {
        return new Places(rule.sourceFilter(), rule.key(), rule.compare());
    }

    private static List<String> key(String table) {
        return Tables.of(table)
                .map(known -> switch (known.writing()) {
                    case Writing.Upsert upsert -> upsert.key();
                    case Writing.Append append -> List.of("kafka_topic_id", "kafka_partition", "kafka_offset");
                })
                .orElse(List.of());
    }
}
