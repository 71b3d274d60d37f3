package dev.marketlake.allinone.query;

import dev.marketlake.lake.quality.Quality;
import dev.marketlake.lake.quality.Quality.Verdict;
import dev.marketlake.lake.quality.QualityConfig;
import dev.marketlake.lake.read.LakeCatalog;
import dev.marketlake.lake.read.LakeFile;
import dev.marketlake.lake.read.TableSnapshot;
import dev.marketlake.lake.store.MinioObjectStore;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.Tables;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A lake to be read, at whatever its log calls the latest version. For one thread. */
public final class Lake implements AutoCloseable {
    private final LakeLocation location;
    private final LakeCatalog catalog;
    private final DataFiles files;

    private Lake(LakeLocation location, LakeCatalog catalog, DataFiles files) {
        this.location = location;
        this.catalog = catalog;
        this.files = files;
    }

    /**
     * Does not talk to the store yet.
     *
     * @param cache where downloaded files are kept, for all lakes
     */
    public static Lake at(LakeLocation location, Path cache) {
        var catalog = LakeCatalog.open(location.store());
        var files = location.folder()
                .<DataFiles>map(FolderFiles::new)
                .orElseGet(() -> new DownloadedFiles(catalog, location.folderIn(cache)));
        return new Lake(location, catalog, files);
    }

    /**
     * Answers a statement from the tables it names.
     *
     * @throws QueryRefused in one line, where it cannot be answered
     */
    public void query(String sql, RowPrinter printer) {
        var live = new ArrayList<LiveTable>();
        for (var name : NamedTables.in(sql, Tables.names())) {
            live(name, file -> true).ifPresent(live::add);
        }
        LakeSql.run(sql, live, printer);
    }

    /**
     * A table as its log lists it now; empty where it does not exist.
     *
     * @param wanted which of its files are needed
     * @throws QueryRefused where the store gives no answer
     */
    public Optional<LiveTable> live(String name, Predicate<LakeFile> wanted) {
        return table(name).map(table -> live(table, wanted));
    }

    /** Every table that is there, Bronze first. @throws QueryRefused where the store gives no answer */
    public List<TableFacts> tables() {
        var facts = new ArrayList<TableFacts>();
        try (var store = MinioObjectStore.of(location.store())) {
            for (var name : Tables.names()) {
                table(name).map(table -> facts(table, store)).ifPresent(facts::add);
            }
        }
        return List.copyOf(facts);
    }

    /** Runs quality checks, of one table or of all. @throws QueryRefused where the store gives no answer */
    public List<Verdict> check(QualityConfig checks, Optional<String> table) {
        try (var quality = Quality.open(location.store(), Clock.systemUTC())) {
            return quality.run(checks, table);
        } catch (StoreFailure failure) {
            throw new QueryRefused(String.valueOf(failure.getMessage()), failure);
        }
    }

    private Optional<TableSnapshot> table(String name) {
        try {
            return catalog.table(name);
        } catch (StoreFailure.NotFound noBucketYet) {
            return Optional.empty();
        } catch (StoreFailure failure) {
            throw new QueryRefused(String.valueOf(failure.getMessage()), failure);
        }
    }

    private LiveTable live(TableSnapshot table, Predicate<LakeFile> wanted) {
        var columns = table.columns().stream()
                .map(column -> new LiveTable.Column(column.name(), DuckType.of(column.type())))
                .toList();
        try {
            var local = new ArrayList<Path>();
            for (var file : table.files().stream().filter(wanted).toList()) {
                local.add(files.path(file));
            }
            return new LiveTable(table.name(), columns, table.partitionedBy(), local);
        } catch (StoreFailure failure) {
            throw new QueryRefused(String.valueOf(failure.getMessage()), failure);
        }
    }

    private static TableFacts facts(TableSnapshot table, ObjectStore store) {
        return new TableFacts(
                table.name(),
                table.version(),
                table.rows(),
                table.files().size(),
                table.files().stream().mapToLong(file -> file.bytes()).sum(),
                committedAt(table, store));
    }

    /** When the version's log entry was written, by the store's clock. */
    private static @Nullable Instant committedAt(TableSnapshot table, ObjectStore store) {
        try {
            var folder = table.name().replace('.', '/');
            return store.head(String.format(Locale.ROOT, "%s/_delta_log/%020d.json", folder, table.version()))
                    .modified();
        } catch (StoreFailure unknown) {
            return null;
        }
    }

    @Override
    public void close() {
        catalog.close();
    }
}
