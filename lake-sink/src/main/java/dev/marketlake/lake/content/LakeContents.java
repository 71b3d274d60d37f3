package dev.marketlake.lake.content;

import dev.marketlake.lake.delta.DeltaLake;
import dev.marketlake.lake.delta.LiveFile;
import dev.marketlake.lake.delta.TableState;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.write.ParquetFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables of a bucket. Safe for any thread. */
public final class LakeContents implements Contents {
    private final ObjectStore store;
    private final DeltaLake lake;

    public LakeContents(ObjectStore store, DeltaLake lake) {
        this.store = store;
        this.lake = lake;
    }

    @Override
    public Optional<TableContent> of(String table) throws StoreFailure {
        try {
            return lake.read(folder(table)).map(state -> content(table, state));
        } catch (StoreFailure.NotFound noBucketYet) {
            return Optional.empty();
        }
    }

    private TableContent content(String table, TableState state) {
        List<Portion> portions =
                state.files().stream().map(file -> portion(table, file)).toList();
        return new TableContent(table, state.version(), columns(state), portions, state::watermark);
    }

    @Override
    public Portion portion(String table, LiveFile file) {
        Map<String, @Nullable String> partition = file.partition().values();
        String key = key(table, file);
        return new Portion(
                key,
                partition,
                file.rows(),
                columns -> ParquetFiles.columns(columns, store.get(key)).stream()
                        .<Row>map(row -> new AvroRow(row, partition))
                        .toList());
    }

    /** Object key of a file, which is also the id of its portion. */
    public static String key(String table, LiveFile file) {
        return folder(table) + "/" + file.path();
    }

    /** Types in Delta's words by name, in order. */
    public static Map<String, String> columns(TableState state) {
        Map<String, String> columns = new LinkedHashMap<>();
        state.columns().forEach(column -> columns.put(column.name(), column.type()));
        return columns;
    }

    private static String folder(String table) {
        return table.replace('.', '/');
    }
}
