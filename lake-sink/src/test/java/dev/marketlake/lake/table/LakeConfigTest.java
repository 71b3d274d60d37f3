package dev.marketlake.lake.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.marketlake.config.InvalidConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LakeConfigTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void without_a_file_the_defaults_hold() {
        LakeConfig config = LakeConfig.read(folder);
        for (LakeTable table : Tables.all()) {
            assertThat(config.partitions(table)).isEqualTo(table.partitions());
            assertThat(config.skipTo(table)).isEmpty();
        }
    }

    @Test
    void a_table_can_be_partitioned_more_coarsely_than_by_default() throws IOException {
        LakeConfig config = read("{silver.bars: {partitions: [symbol, trade_month]}}");
        assertThat(config.partitions(table("silver.bars")))
                .containsExactly(PartitionField.SYMBOL, PartitionField.TRADE_MONTH);
        assertThat(config.partitions(table("gold.alerts")))
                .isEqualTo(table("gold.alerts").partitions());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{silver.barz: {}}                             | there is no table silver.barz; there are bronze.raw_quotes",
                "{silver.bars: {partitions: [colour]}}         | silver.bars cannot be partitioned by 'colour'; it can by",
                "{gold.alerts: {partitions: [ingest_date]}}    | gold.alerts cannot be partitioned by 'ingest_date'",
                "{silver.bars: {partitions: [trade_date]}}     | silver.bars is partitioned by [trade_date]: add symbol or bucket",
                "{silver.trades: {partitions: []}}             | silver.trades is partitioned by []: add symbol or bucket",
            })
    void a_table_that_could_not_be_kept_is_refused_with_its_name_and_the_remedy(String tables, String message) {
        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() -> read(tables))
                .withMessageContaining(message);
    }

    private LakeConfig read(String tables) throws IOException {
        Files.writeString(folder.resolve("lake.yml"), "tables: " + tables);
        return LakeConfig.read(folder);
    }

    private static LakeTable table(String name) {
        return Tables.of(name).orElseThrow();
    }
}
