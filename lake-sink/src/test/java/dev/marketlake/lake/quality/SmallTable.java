package dev.marketlake.lake.quality;

import dev.marketlake.lake.content.Contents;
import dev.marketlake.lake.content.Portion;
import dev.marketlake.lake.content.Row;
import dev.marketlake.lake.content.TableContent;
import dev.marketlake.lake.store.StoreFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table written down in a test: files of rows, each a list of column, value, column, value. */
final class SmallTable implements Contents {
    /** How often files were read. */
    final List<String> reads = new ArrayList<>();

    /** A file that the store does not give away; none where empty. */
    String lost = "";

    private final String name;
    private final Map<String, List<Map<String, @Nullable Object>>> files = new LinkedHashMap<>();
    private final Map<String, Long> watermarks = new HashMap<>();
    private final Map<String, String> columns = new LinkedHashMap<>();

    SmallTable(String name) {
        this.name = name;
    }

    SmallTable column(String column, String type) {
        columns.put(column, type);
        return this;
    }

    /** Adds a row to a file. */
    SmallTable row(String file, @Nullable Object... cells) {
        Map<String, @Nullable Object> row = new HashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            row.put(String.valueOf(cells[i]), cells[i + 1]);
            columns.putIfAbsent(String.valueOf(cells[i]), "string");
        }
        files.computeIfAbsent(file, name -> new ArrayList<>()).add(row);
        return this;
    }

    /** A row from a Kafka record of partition 0 of topic {@code T}. */
    SmallTable from(long offset, @Nullable Object... cells) {
        List<@Nullable Object> all =
                new ArrayList<>(List.of("kafka_topic_id", "T", "kafka_partition", 0, "kafka_offset", offset));
        for (Object cell : cells) {
            all.add(cell);
        }
        return row("f" + offset, all.toArray());
    }

    SmallTable without(String file) {
        files.remove(file);
        return this;
    }

    SmallTable readUpTo(long offset) {
        watermarks.put("T-0", offset);
        return this;
    }

    @Override
    public java.util.Optional<TableContent> of(String table) {
        return table.equals(name) ? java.util.Optional.of(content()) : java.util.Optional.empty();
    }

    @Override
    public Portion portion(String table, dev.marketlake.lake.delta.LiveFile file) {
        throw new UnsupportedOperationException(table);
    }

    TableContent content() {
        List<Portion> portions = new ArrayList<>();
        files.forEach((file, rows) -> portions.add(
                new Portion(name + "/" + file, Map.of(), rows.size(), wanted -> read(file, rows, wanted))));
        return new TableContent(name, 7, columns, portions, source -> {
            Long at = watermarks.get(source);
            return at == null ? OptionalLong.empty() : OptionalLong.of(at);
        });
    }

    private List<Row> read(String file, List<Map<String, @Nullable Object>> rows, Set<String> wanted)
            throws StoreFailure {
        if (file.equals(lost)) {
            throw new StoreFailure.Unavailable(file + " cannot be read", null);
        }
        reads.add(file);
        return rows.stream()
                .<Row>map(row -> column -> {
                    if (!wanted.contains(column)) {
                        throw new AssertionError(column + " was not asked for: " + wanted);
                    }
                    return row.get(column);
                })
                .toList();
    }
}
