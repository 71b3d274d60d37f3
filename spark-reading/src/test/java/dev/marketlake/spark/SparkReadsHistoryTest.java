package dev.marketlake.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.extension.ExtendWith;

/** What Spark tells of the versions of a table, and what it finds in the older ones. */
@ExtendWith(SparkOverLake.Provider.class)
class SparkReadsHistoryTest {
    private static final int LOOKED_AT = 5;

    @EachTable
    void each_version_is_one_commit_and_none_is_missing(String table, SparkOverLake lake) throws Exception {
        assumeTrue(Files.exists(lake.suite().folder(table)), table + " is not in this suite");
        long newest = lake.suite().newestVersion(table);

        List<Row> history = lake.sql("DESCRIBE HISTORY {}", table);

        assertThat(history.stream()
                        .map(commit -> commit.<Long>getAs("version"))
                        .toList()
                        .reversed())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(0, newest).boxed().toList());
        assertThat(history)
                .allSatisfy(
                        commit -> assertThat(commit.<String>getAs("engineInfo")).contains("marketlake"));
    }

    /** The sink writes no {@code operationMetrics}; how many rows a commit added stands at each file it added. */
    @EachTable
    void an_older_version_holds_the_rows_its_commits_added_and_never_more_than_a_newer_one(
            String table, SparkOverLake lake) throws Exception {
        assumeTrue(Files.exists(lake.suite().folder(table)), table + " is not in this suite");
        TableLog log = TableLog.read(lake.suite().folder(table));
        List<Long> versions = LongStream.range(0, LOOKED_AT)
                .map(step -> log.newest() * step / (LOOKED_AT - 1))
                .distinct()
                .boxed()
                .toList();

        List<Long> rows = versions.stream()
                .map(version -> lake.sql("SELECT count(*) FROM {} VERSION AS OF " + version, table)
                        .getFirst()
                        .getLong(0))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(versions.stream().map(log::rowsAt).toList())
                .isSorted();
    }
}
