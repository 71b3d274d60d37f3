package dev.marketlake.lake.quality;

import dev.marketlake.lake.content.AvroRow;
import dev.marketlake.lake.content.Contents;
import dev.marketlake.lake.content.LakeContents;
import dev.marketlake.lake.content.OneLook;
import dev.marketlake.lake.content.Portion;
import dev.marketlake.lake.content.Row;
import dev.marketlake.lake.content.TableContent;
import dev.marketlake.lake.delta.LiveFile;
import dev.marketlake.lake.delta.NewFile;
import dev.marketlake.lake.delta.Partition;
import dev.marketlake.lake.delta.Progress;
import dev.marketlake.lake.delta.TableChange;
import dev.marketlake.lake.delta.TableState;
import dev.marketlake.lake.store.StoreFailure;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;

/**
 * Holds Gold tables back: write, audit, publish. The files of a commit are in the store but in no log while they are audited, so no reader
 * sees them; a commit that does not pass is not made, and its rows stay in Kafka. Safe for any thread, but each table's audits for one.
 */
public final class QualityGate implements Gate {
    private final Contents contents;
    private final Supplier<QualityConfig> config;
    private final Results results;
    private final InstantSource clock;
    private final Map<String, Checker> checkers = new ConcurrentHashMap<>();
    private final Map<String, SortedMap<String, String>> own = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> released = new ConcurrentHashMap<>();
    private volatile Map<String, SortedMap<String, String>> above = Map.of();

    QualityGate(Contents contents, Supplier<QualityConfig> config, Results results, InstantSource clock) {
        this.contents = contents;
        this.config = config;
        this.results = results;
        this.clock = clock;
    }

    @Override
    public Optional<String> upstream(String table) {
        return told(unreleased(table, above.getOrDefault(table, new TreeMap<>())));
    }

    @Override
    public Optional<String> audit(
            String table, TableState before, TableChange change, Map<String, Collection<GenericRecord>> rows)
            throws StoreFailure {
        if (!isGold(table) || (change.adds().isEmpty() && change.removes().isEmpty())) {
            return Optional.empty();
        }
        List<Check> blocking = config.get().of(table).stream()
                .filter(check -> check.severity() == Severity.BLOCK)
                .toList();
        SortedMap<String, String> failing = new TreeMap<>();
        if (!blocking.isEmpty()) {
            TableContent wanted = after(table, before, change, rows);
            Checker checker = checkers.computeIfAbsent(table, name -> new Checker());
            Contents look = OneLook.with(wanted, contents);
            checker.begin();
            checker.read(blocking, look);
            for (Check check : blocking) {
                Finding finding = checker.judge(check, Optional.of(wanted), look, clock.instant());
                if (finding.failed()) {
                    failing.put(check.toString(), told(finding));
                }
            }
        }
        own.put(table, failing);
        return told(unreleased(table, failing));
    }

    @Override
    public boolean setsAside(String table, Partition partition, GenericRecord row) {
        for (Check check : config.get().checks()) {
            if (check.severity() == Severity.QUARANTINE
                    && check.table().equals(table)
                    && finds(check, new AvroRow(row, partition.values()))) {
                results.tell(SetAside.result(check, row, partition, config.get().version(), clock.instant()));
                return true;
            }
        }
        return false;
    }

    private static boolean finds(Check check, Row row) {
        return check.rule() instanceof Rule.Measured measured
                && measured.metric() instanceof Metric.PerRow metric
                && check.filter().takes(row)
                && metric.counts(row);
    }

    @Override
    public void settle() {
        results.settle();
    }

    @Override
    public void dropped(String table) {
        own.remove(table);
    }

    /** What the table would be. */
    private TableContent after(
            String table, TableState before, TableChange change, Map<String, Collection<GenericRecord>> rows) {
        Set<String> removed = change.removes().stream().map(LiveFile::path).collect(Collectors.toSet());
        List<Portion> portions = new ArrayList<>();
        for (LiveFile file : before.files()) {
            if (!removed.contains(file.path())) {
                portions.add(contents.portion(table, file));
            }
        }
        for (NewFile added : change.adds()) {
            LiveFile file = added.file();
            var partition = file.partition().values();
            Collection<GenericRecord> fresh = rows.getOrDefault(file.path(), List.of());
            portions.add(new Portion(
                    LakeContents.key(table, file),
                    partition,
                    file.rows(),
                    columns -> fresh.stream()
                            .<Row>map(row -> new AvroRow(row, partition))
                            .toList()));
        }
        Map<String, Long> next = change.progress().stream().collect(Collectors.toMap(Progress::id, Progress::next));
        return new TableContent(table, before.version(), LakeContents.columns(before), portions, source -> {
            Long moved = next.get(source);
            return moved == null ? before.watermark(source) : OptionalLong.of(moved);
        });
    }

    /** Takes over what the last look found of Bronze and Silver: failing checks by the Gold tables that rest on them. */
    void above(Map<String, SortedMap<String, String>> failing) {
        above = Map.copyOf(failing);
    }

    /** Gold tables held right now, with the reason. */
    public SortedMap<String, String> holds() {
        SortedMap<String, String> holds = new TreeMap<>();
        Set<String> tables = new HashSet<>(above.keySet());
        tables.addAll(own.keySet());
        for (String table : tables) {
            told(unreleased(table, failing(table))).ifPresent(reason -> holds.put(table, reason));
        }
        return holds;
    }

    /**
     * Publishes a table in spite of the checks that hold it now. Each of them holds it again once it has passed and fails anew, or after a
     * restart.
     *
     * @return the checks; empty where the table is not held
     */
    public Set<String> release(String table) {
        Set<String> holding = unreleased(table, failing(table)).keySet();
        released.merge(table, Set.copyOf(holding), QualityGate::both);
        return Set.copyOf(holding);
    }

    private SortedMap<String, String> failing(String table) {
        SortedMap<String, String> all = new TreeMap<>(above.getOrDefault(table, new TreeMap<>()));
        all.putAll(own.getOrDefault(table, new TreeMap<>()));
        return all;
    }

    private SortedMap<String, String> unreleased(String table, SortedMap<String, String> failing) {
        Set<String> stillFailing = failing(table).keySet();
        released.computeIfPresent(
                table,
                (name, checks) ->
                        checks.stream().filter(stillFailing::contains).collect(Collectors.toUnmodifiableSet()));
        SortedMap<String, String> holding = new TreeMap<>(failing);
        holding.keySet().removeAll(released.getOrDefault(table, Set.of()));
        return holding;
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return Set.copyOf(both);
    }

    private static Optional<String> told(SortedMap<String, String> holding) {
        return holding.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", holding.values()));
    }

    static String told(Finding finding) {
        return finding.check() + ": " + finding.message()
                + (finding.samples().isEmpty()
                        ? ""
                        : ", first " + finding.samples().getFirst());
    }

    static boolean isGold(String table) {
        return table.startsWith("gold.");
    }

    /** The Gold tables that a failing check of a table holds, itself not among them. */
    static Map<String, SortedMap<String, String>> heldBy(List<Finding> findings) {
        Map<String, SortedMap<String, String>> held = new HashMap<>();
        for (Finding finding : findings) {
            if (finding.failed() && finding.check().severity() == Severity.BLOCK) {
                for (String table : Downstream.of(finding.check().table())) {
                    held.computeIfAbsent(table, name -> new TreeMap<>())
                            .put(finding.check().toString(), told(finding));
                }
            }
        }
        return held;
    }
}
