package dev.marketlake.allinone.query;

import dev.marketlake.lake.delta.TableLog;
import dev.marketlake.lake.delta.VersionGone;
import dev.marketlake.lake.maintain.NamedSnapshots;
import dev.marketlake.lake.quality.Quality;
import dev.marketlake.lake.quality.Quality.Verdict;
import dev.marketlake.lake.quality.QualityConfig;
import dev.marketlake.lake.read.LakeCatalog;
import dev.marketlake.lake.read.LakeFile;
import dev.marketlake.lake.read.TableSnapshot;
import dev.marketlake.lake.store.MinioObjectStore;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.store.StoredObject;
import dev.marketlake.lake.table.Tables;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
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
        query(sql, this::table, printer);
    }

    /**
     * Answers a statement from the tables it names as they were at a time.
     *
     * @throws QueryRefused in one line, where it cannot be answered, or a table's log does not reach back so far
     */
    public void queryAsOf(Instant time, String sql, RowPrinter printer) {
        query(sql, name -> asOf(name, time), printer);
    }

    /**
     * Answers a statement from the tables it names as a snapshot holds them.
     *
     * @throws QueryRefused in one line, where it cannot be answered, or there is no such snapshot
     */
    public void queryOf(String snapshot, String sql, RowPrinter printer) {
        try (var store = objectStore()) {
            var named = asked(() -> new NamedSnapshots(store, Clock.systemUTC()).find(snapshot))
                    .orElseThrow(() -> new QueryRefused(
                            "there is no snapshot " + snapshot + ": ./marketlake snapshot list says what there is"));
            query(
                    sql,
                    name -> Optional.ofNullable(named.tables().get(name)).flatMap(version -> at(name, version)),
                    printer);
        }
    }

    /** The bucket itself, for who keeps it tidy; to be closed. */
    public ObjectStore objectStore() {
        return MinioObjectStore.of(location.store());
    }

    private void query(String sql, Function<String, Optional<TableSnapshot>> versions, RowPrinter printer) {
        var live = new ArrayList<LiveTable>();
        for (var name : NamedTables.in(sql, Tables.names())) {
            versions.apply(name).map(this::whole).ifPresent(live::add);
        }
        LakeSql.run(sql, live, printer);
    }

    private LiveTable whole(TableSnapshot table) {
        try {
            return live(table, file -> true);
        } catch (QueryRefused refused) {
            if (refused.getCause() instanceof StoreFailure.NotFound gone) {
                throw new QueryRefused(
                        table.name() + " at version " + table.version() + " is no longer whole: " + gone.getMessage()
                                + ". A vacuum removes what older versions had; see marketlake snapshot to keep one",
                        refused);
            }
            throw refused;
        }
    }

    private Optional<TableSnapshot> asOf(String name, Instant time) {
        var log = log(name);
        var versions = log.versions();
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        var then = log.at(time)
                .orElseThrow(() -> new QueryRefused(name + " has no version as of " + time + ": its log begins at "
                        + versions.getFirst().committedAt()));
        return at(name, then.number());
    }

    /** A version of a table; empty where there is no table. @throws QueryRefused where the log does not have it, or no longer */
    private Optional<TableSnapshot> at(String name, long version) {
        try {
            return asked(() -> catalog.table(name, version));
        } catch (VersionGone gone) {
            throw new QueryRefused(String.valueOf(gone.getMessage()), gone);
        }
    }

    /**
     * The newest versions of a table, newest first.
     *
     * @param limit most to tell; 0 for all
     * @throws QueryRefused where there is no such table, or the store gives no answer
     */
    public List<VersionFacts> history(String name, int limit) {
        var log = log(name);
        var versions = log.versions();
        if (versions.isEmpty()) {
            throw new QueryRefused("there is no table " + name + ": ./marketlake tables lists what there is");
        }
        int from = limit == 0 ? 0 : Math.max(0, versions.size() - limit);
        var told = versions.subList(from, versions.size());
        return before(name, told.getFirst().number()).tell(log, told).facts();
    }

    private TableHistory before(String name, long first) {
        if (first == 0) {
            return TableHistory.fromTheStart();
        }
        try {
            return asked(() -> catalog.table(name, first - 1))
                    .map(TableHistory::after)
                    .orElseGet(TableHistory::ofEntriesAlone);
        } catch (VersionGone expired) {
            return TableHistory.ofEntriesAlone();
        }
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
        try (var store = objectStore()) {
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

    /** The latest version of a table; empty where it does not exist. @throws QueryRefused where the store gives no answer */
    public Optional<TableSnapshot> table(String name) {
        return asked(() -> {
            try {
                return catalog.table(name);
            } catch (StoreFailure.NotFound noBucketYet) {
                return Optional.<TableSnapshot>empty();
            }
        });
    }

    /** What happened to a table, as its log tells it now. @throws QueryRefused as above */
    public TableLog log(String name) {
        return asked(() -> catalog.log(name));
    }

    /** Every object in a table's folder, those of its log left out. @throws QueryRefused as above */
    public List<StoredObject> objects(String name) {
        return asked(() -> catalog.objects(name));
    }

    /** A question to the store. */
    public interface StoreQuestion<T> {
        T ask() throws StoreFailure;
    }

    /** Asks the store. @throws QueryRefused where it gives no answer */
    public static <T> T asked(StoreQuestion<T> question) {
        try {
            return question.ask();
        } catch (StoreFailure failure) {
            throw new QueryRefused(String.valueOf(failure.getMessage()), failure);
        }
    }

    /** A version of a table with its files at hand. @param wanted which of them @throws QueryRefused as above */
    public LiveTable live(TableSnapshot table, Predicate<LakeFile> wanted) {
        var columns = table.columns().stream()
                .map(column -> new LiveTable.Column(column.name(), DuckType.of(column.type())))
                .toList();
        return asked(() -> {
            var local = new ArrayList<Path>();
            for (var file : table.files().stream().filter(wanted).toList()) {
                local.add(files.path(file));
            }
            return new LiveTable(table.name(), columns, table.partitionedBy(), local);
        });
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
