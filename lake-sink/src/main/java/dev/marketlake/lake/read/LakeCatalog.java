package dev.marketlake.lake.read;

import dev.marketlake.lake.delta.DeltaLake;
import dev.marketlake.lake.delta.TableLog;
import dev.marketlake.lake.delta.TableState;
import dev.marketlake.lake.store.MinioObjectStore;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.store.StoreSettings;
import dev.marketlake.lake.store.StoredObject;
import dev.marketlake.lake.table.Tables;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The tables of a lake as their logs list them right now. A plain glob over the bucket would also find files that are no longer part of a
 * table, or never were: read only the files named here.
 *
 * <p>Partition columns are not inside the Parquet files; they stand in the path ({@code symbol=AAPL/trade_date=2019-02-15/}, values
 * percent-encoded as Hive does) and in {@link LakeFile#partition()}. Safe for any thread.
 */
public final class LakeCatalog implements AutoCloseable {
    private final ObjectStore store;
    private final DeltaLake lake;

    private LakeCatalog(ObjectStore store) {
        this.store = store;
        this.lake = new DeltaLake(store, Clock.systemUTC());
    }

    /** Does not talk to the store yet. */
    public static LakeCatalog open(StoreSettings settings) {
        return new LakeCatalog(MinioObjectStore.of(settings));
    }

    /** Every table that exists, Bronze first. @throws StoreFailure where the store gives no answer */
    public List<TableSnapshot> tables() throws StoreFailure {
        List<TableSnapshot> found = new ArrayList<>();
        for (String table : Tables.names()) {
            table(table).ifPresent(found::add);
        }
        return found;
    }

    /** The latest version of a table such as {@code silver.bars}; empty where it does not exist. @throws StoreFailure as above */
    public Optional<TableSnapshot> table(String name) throws StoreFailure {
        String folder = name.replace('.', '/');
        return lake.read(folder).map(state -> snapshot(name, folder, state));
    }

    /**
     * A version of a table; empty where there is no table.
     *
     * @throws StoreFailure as above
     * @throws dev.marketlake.lake.delta.VersionGone where the log does not have this version, or no longer
     */
    public Optional<TableSnapshot> table(String name, long version) throws StoreFailure {
        String folder = name.replace('.', '/');
        return lake.read(folder, version).map(state -> snapshot(name, folder, state));
    }

    /** What happened to a table, version by version; without versions where it does not exist. @throws StoreFailure as above */
    public TableLog log(String name) throws StoreFailure {
        return lake.log(name.replace('.', '/'));
    }

    /** Every object in a table's folder, those of its log left out. @throws StoreFailure as above */
    public List<StoredObject> objects(String name) throws StoreFailure {
        String folder = name.replace('.', '/') + "/";
        return store.walk(folder).stream()
                .filter(object -> !object.key().startsWith(folder + "_delta_log/"))
                .toList();
    }

    /** The bytes of a data file. @throws StoreFailure.NotFound where maintenance has removed it since */
    public byte[] read(LakeFile file) throws StoreFailure {
        return store.get(file.key());
    }

    private TableSnapshot snapshot(String name, String folder, TableState state) {
        List<LakeFile> files = state.files().stream()
                .map(file -> new LakeFile(
                        folder + "/" + file.path(),
                        file.bytes(),
                        file.rows(),
                        file.partition().values()))
                .sorted(Comparator.comparing(LakeFile::key))
                .toList();
        List<TableSnapshot.Column> columns = state.columns().stream()
                .map(column -> new TableSnapshot.Column(column.name(), column.type()))
                .toList();
        return new TableSnapshot(
                name, "s3://" + store.bucket() + "/" + folder, state.version(), columns, state.partitionedBy(), files);
    }

    @Override
    public void close() {
        store.close();
    }
}
