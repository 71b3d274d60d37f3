package dev.marketlake.lake.table;

import static dev.marketlake.lake.table.PartitionField.BUCKET;
import static dev.marketlake.lake.table.PartitionField.SYMBOL;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.marketlake.config.ConfigFile;
import dev.marketlake.config.InvalidConfig;
import dev.marketlake.lake.table.LakeTable.Writing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code config/lake.yml}. Whatever is left out has the default written in that file.
 *
 * @param flush when rows are committed
 * @param cacheMegabytes of rows of open partitions each upsert table keeps in memory
 * @param maintenance how the tables are kept tidy
 * @param tables settings by table name
 */
public record LakeConfig(
        @Nullable @JsonProperty("flush") FlushByWriting flush,
        @Nullable @JsonProperty("cache-megabytes") Integer cacheMegabytes,
        @Nullable @JsonProperty("maintenance") MaintenanceSetting maintenance,
        @Nullable @JsonProperty("tables") Map<String, TableSetting> tables) {
    private static final int DEFAULT_CACHE = 40;
    private static final long BYTES_PER_MEGABYTE = 1L << 20;

    /** When rows are committed, by the way a table is written. */
    public record FlushByWriting(
            @Nullable @JsonProperty("append") Flush append,
            @Nullable @JsonProperty("upsert") Flush upsert) {}

    /**
     * Rows are committed as soon as one of the three is reached; in a backlog an upsert table goes to four times of each.
     *
     * @param rows at least 1
     * @param megabytes of serialized values, at least 1; so much waits in memory, packed
     * @param age since the first row not yet committed
     */
    public record Flush(
            @JsonProperty("rows") int rows,
            @JsonProperty("megabytes") int megabytes,
            @JsonProperty("age") Duration age) {
        /** For bronze.raw_quotes. */
        public static final Flush APPEND = new Flush(100_000, 16, Duration.ofSeconds(10));
        /** For all other tables. */
        public static final Flush UPSERT = new Flush(50_000, 8, Duration.ofSeconds(15));

        public Flush {
            if (rows < 1 || megabytes < 1 || age == null || age.isNegative() || age.isZero()) {
                throw new InvalidConfig(
                        "flush: rows and megabytes must be at least 1 and age a duration such as PT10S: rows " + rows
                                + ", megabytes " + megabytes + ", age " + age);
            }
        }

        /** The same in bytes. */
        public long bytes() {
            return megabytes * BYTES_PER_MEGABYTE;
        }
    }

    /**
     * One table.
     *
     * @param partitions columns; null for the default
     * @param flush null for that of all tables written like it
     * @param skipTo offsets to go on from although the log says less, by {@code <topic id>-<partition>}
     */
    public record TableSetting(
            @Nullable @JsonProperty("partitions") List<String> partitions,
            @Nullable @JsonProperty("flush") Flush flush,
            @Nullable @JsonProperty("skip-to") Map<String, Long> skipTo) {}

    public LakeConfig {
        tables = tables == null ? Map.of() : Map.copyOf(tables);
        if (cacheMegabytes != null && cacheMegabytes < 0) {
            throw new InvalidConfig("cache-megabytes must not be negative: " + cacheMegabytes);
        }
        tables.forEach((name, setting) -> check(
                Tables.of(name)
                        .orElseThrow(() -> new InvalidConfig("tables: there is no table " + name + "; there are "
                                + Tables.all().stream().map(LakeTable::name).collect(Collectors.joining(", ")))),
                setting));
    }

    /** The defaults. */
    public static LakeConfig defaults() {
        return new LakeConfig(null, null, null, null);
    }

    /** Reads {@code lake.yml} of a folder; the defaults where there is none. @throws InvalidConfig naming what is wrong */
    public static LakeConfig read(Path folder) {
        Path file = folder.resolve("lake.yml");
        return Files.exists(file) ? ConfigFile.read(file, LakeConfig.class) : defaults();
    }

    private static void check(LakeTable table, TableSetting setting) {
        if (setting.partitions() == null) {
            return;
        }
        for (String column : setting.partitions()) {
            Optional<PartitionField> field = PartitionField.of(column);
            if (field.isEmpty() || !table.partitionable().contains(field.get())) {
                throw new InvalidConfig(
                        "tables: " + table.name() + " cannot be partitioned by '" + column + "'; it can by "
                                + table.partitionable().stream()
                                        .map(PartitionField::column)
                                        .sorted()
                                        .collect(Collectors.joining(", ")));
            }
        }
        if (table.writing() instanceof Writing.Upsert
                && Collections.disjoint(setting.partitions(), List.of(SYMBOL.column(), BUCKET.column()))) {
            // Records of a symbol share a Kafka partition; without symbol or bucket two sinks would rewrite the same
            // files.
            throw new InvalidConfig("tables: " + table.name() + " is partitioned by " + setting.partitions()
                    + ": add symbol or bucket, so that each file belongs to one Kafka partition");
        }
    }

    /** What a table is partitioned by. */
    public List<PartitionField> partitions(LakeTable table) {
        List<String> own = setting(table).partitions();
        return own == null
                ? table.partitions()
                : own.stream().map(PartitionField::of).flatMap(Optional::stream).toList();
    }

    /** When a table's rows are committed. */
    public Flush flush(LakeTable table) {
        Flush own = setting(table).flush();
        if (own != null) {
            return own;
        }
        Flush shared = switch (table.writing()) {
            case Writing.Append append -> flush == null ? null : flush.append();
            case Writing.Upsert upsert -> flush == null ? null : flush.upsert();
        };
        if (shared != null) {
            return shared;
        }
        return table.writing() instanceof Writing.Append ? Flush.APPEND : Flush.UPSERT;
    }

    /** Offsets a table goes on from although the log says less, by {@code <topic id>-<partition>}. */
    public Map<String, Long> skipTo(LakeTable table) {
        Map<String, Long> own = setting(table).skipTo();
        return own == null ? Map.of() : own;
    }

    /** How the tables are kept tidy. */
    public MaintenanceSetting upkeep() {
        return maintenance == null ? MaintenanceSetting.defaults() : maintenance;
    }

    /** Bytes of rows of open partitions each upsert table keeps in memory. */
    public long cacheBytes() {
        return (cacheMegabytes == null ? DEFAULT_CACHE : cacheMegabytes) * BYTES_PER_MEGABYTE;
    }

    private TableSetting setting(LakeTable table) {
        TableSetting own = tables == null ? null : tables.get(table.name());
        return own == null ? new TableSetting(null, null, null) : own;
    }
}
