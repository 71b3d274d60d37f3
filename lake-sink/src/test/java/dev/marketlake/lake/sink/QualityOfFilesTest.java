package dev.marketlake.lake.sink;

import static dev.marketlake.lake.table.Examples.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.events.Bar;
import dev.marketlake.lake.quality.Quality;
import dev.marketlake.lake.quality.Quality.Verdict;
import dev.marketlake.lake.quality.QualityFile;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.Examples;
import dev.marketlake.lake.table.LakeConfig;
import dev.marketlake.lake.table.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Checks on tables as the sink writes them. */
class QualityOfFilesTest {
    private static final String CHECKS = """
            checks for silver.bars:
              - row_count = 3
              - missing_count(symbol, open_time, trade_date, close) = 0
              - missing_count(vwap) = 0
              - duplicate_count(symbol, interval, open_time, price_basis) = 0
              - min(close) between 1.5 and 1.6
              - "row_count = 2": {name: AAPL by its path, filter: {symbol: AAPL, trade_date: 2019-02-15}}
              - invalid_count(open_time) = 0: {valid regex: "2019-02-15T14:.*Z"}
              - schema: {columns: {close: "decimal(18,8)", open_time: timestamp, trade_date: date, violations: "array[string]"}}
              - freshness(observed_at) < PT1H
            """;

    @Test
    void values_and_types_are_those_of_the_files_and_of_their_paths() throws StoreFailure {
        Bench bars = new Bench(Tables.BARS, Bar.getClassSchema());
        bars.topic.append(0, bar("AAPL", 0, "1.5"));
        bars.topic.append(0, bar("AAPL", 1, "170.23"));
        bars.topic.append(1, bar("MSFT", 0, "2"));
        bars.running().flushed();

        List<Verdict> verdicts;
        try (Quality quality = new Quality(bars.lake, () -> OPEN.plusSeconds(3 * 3600))) {
            verdicts = quality.run(
                    QualityFile.config(Path.of("quality.yml"), CHECKS, LakeConfig.defaults()), Optional.empty());
        }

        assertThat(verdicts)
                .filteredOn(verdict -> !verdict.outcome().equals("PASSED"))
                .extracting(verdict -> verdict.check() + ": " + verdict.message())
                .containsExactly(
                        "missing_count(vwap) = 0: 3 of 3 rows, expected = 0",
                        "freshness(observed_at) < PT1H: the newest observed_at is 2019-02-15T14:32:30Z, PT2H57M30S ago,"
                                + " expected < PT1H");
        assertThat(verdicts).allSatisfy(verdict -> assertThat(verdict.version()).isEqualTo(1));
    }

    private static byte[] bar(String symbol, int minute, String close) {
        return Bench.bytes(
                Examples.bar(symbol, OPEN.plusSeconds(60L * minute), close).build());
    }
}
