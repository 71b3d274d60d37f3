package dev.marketlake.lake.delta;

import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A reader nobody here wrote, over the live files of a table. */
public final class DuckDb {
    private DuckDb() {}

    /**
     * Runs {@code sql}, in which {@code $table} stands for the files of a table; a row is its values as text, separated by {@code |}.
     *
     * @param folder of the table in the store
     */
    public static List<String> query(String sql, ObjectStore store, String folder, Collection<LiveFile> files)
            throws StoreFailure {
        try {
            return query(sql, copied(store, folder, files), folder, files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path copied(ObjectStore store, String folder, Collection<LiveFile> files)
            throws StoreFailure, IOException {
        Path copies = Files.createTempDirectory(Files.createDirectories(Path.of("target", "copies")), "lake");
        for (LiveFile file : files) {
            Path copy = copies.resolve(folder).resolve(file.path());
            Files.createDirectories(copy.getParent());
            Files.write(copy, store.get(folder + "/" + file.path()));
        }
        return copies;
    }

    private static List<String> query(String sql, Path bucket, String folder, Collection<LiveFile> files) {
        String list = files.stream()
                .map(file -> "'" + bucket.resolve(folder).resolve(file.path()) + "'")
                .collect(Collectors.joining(","));
        String table = "read_parquet([" + list + "], hive_partitioning = true, union_by_name = true)";
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            try (var result = statement.executeQuery(sql.replace("$table", table))) {
                List<String> rows = new ArrayList<>();
                while (result.next()) {
                    List<String> values = new ArrayList<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        values.add(result.getString(i));
                    }
                    rows.add(String.join("|", values));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
