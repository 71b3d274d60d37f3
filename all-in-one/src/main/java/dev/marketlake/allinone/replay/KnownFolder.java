package dev.marketlake.allinone.replay;

import dev.marketlake.allinone.query.LakeSession;
import dev.marketlake.allinone.query.LiveTable;
import dev.marketlake.allinone.query.LiveTable.Column;
import dev.marketlake.allinone.suite.DataFolder;
import dev.marketlake.lake.table.Bookkeeping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows that jobs derived for queries as known then: {@code KEY/TABLE.parquet} each, in the columns of the lake's table but for where the
 * sink took a row from. A folder of that name is whole and never changes; one that nobody asked for in {@link #KEPT_UNUSED} is deleted.
 */
record KnownFolder(Path root, Clock clock) {
    static final Duration KEPT_UNUSED = Duration.ofDays(30);

    static KnownFolder of(DataFolder data, Clock clock) {
        return new KnownFolder(data.known(), clock);
    }

    boolean holds(String key) {
        return Files.isDirectory(root.resolve(key));
    }

    /** Remembers that rows are asked for now; whether they are there. */
    boolean use(String key) {
        try {
            Files.setLastModifiedTime(root.resolve(key), FileTime.from(clock.instant()));
            return true;
        } catch (IOException absent) {
            return false;
        }
    }

    /** Where the rows of a table are. */
    Path file(String key, ComparedTable table) {
        return root.resolve(key).resolve(table.name() + ".parquet");
    }

    /**
     * Keeps what a job derived.
     *
     * @param tables the lake's, by name, for their columns
     * @param replayed folder of the landed files
     * @param scope condition on symbol and trade_date
     */
    void keep(String key, Function<String, Optional<LiveTable>> tables, Path replayed, String scope, Path spill) {
        try (var session = LakeSession.open(spill)) {
            Files.createDirectories(root);
            var beside = Files.createTempDirectory(root, "new-");
            ComparedTable.ALL.forEach(table -> {
                var landed = landed(table, LakeTables.columns(tables, table.name()), replayed);
                session.lay(landed);
                session.run("COPY (SELECT " + names(landed) + " FROM (" + table.rows(landed.name(), scope) + ")) TO "
                        + LakeSession.text(
                                beside.resolve(table.name() + ".parquet").toString())
                        + " (FORMAT parquet)");
            });
            settle(beside, key);
            use(key);
            forgetUnused();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot keep the rows in " + root, failure);
        }
    }

    /** Of two that derive the same at once, the first has its rows kept. */
    private void settle(Path beside, String key) throws IOException {
        try {
            Files.move(beside, root.resolve(key), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException taken) {
            if (!holds(key)) {
                throw taken;
            }
            delete(beside);
        }
    }

    /** What a job that was killed has begun is among it. */
    private void forgetUnused() throws IOException {
        var oldest = FileTime.from(clock.instant().minus(KEPT_UNUSED));
        try (var folders = Files.list(root)) {
            for (var folder : folders.toList()) {
                if (Files.getLastModifiedTime(folder).compareTo(oldest) < 0) {
                    delete(folder);
                }
            }
        }
    }

    private static LiveTable landed(ComparedTable table, List<Column> columns, Path replayed) {
        var offset = new Column("kafka_offset", "BIGINT");
        var all = Stream.concat(
                        columns.stream().filter(column -> !Bookkeeping.isCoordinate(column.name())), Stream.of(offset))
                .toList();
        return new LiveTable(
                "replayed." + table.word(), all, List.of(), JobFolder.files(Landing.folder(replayed, table.topic())));
    }

    private static String names(LiveTable landed) {
        return landed.columns().stream()
                .map(Column::name)
                .filter(name -> !Bookkeeping.isCoordinate(name))
                .map(name -> '"' + name + '"')
                .collect(Collectors.joining(", "));
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
