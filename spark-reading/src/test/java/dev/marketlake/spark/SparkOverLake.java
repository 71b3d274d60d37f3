package dev.marketlake.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One Spark and one suite for all tests of this module, started when first asked for. Spark finds the tables by their folders. */
record SparkOverLake(SparkSession spark, Suite suite) implements AutoCloseable {

    static SparkOverLake start() {
        try {
            return new SparkOverLake(session(), Suite.find());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a suite was made", e);
        }
    }

    private static SparkSession session() {
        return SparkSession.builder()
                .master("local[2]")
                .appName("spark-reading")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", 2)
                .config("spark.databricks.delta.snapshotPartitions", 2)
                .config("spark.sql.warehouse.dir", "target/warehouse")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.datetime.java8API.enabled", true)
                // Else count(*) is answered from the numbers in the log, and no row is read.
                .config("spark.databricks.delta.optimizeMetadataQuery.enabled", false)
                .getOrCreate();
    }

    /** The newest version of a table such as {@code silver.bars}. */
    Dataset<Row> table(String table) {
        return spark.read().format("delta").load(suite.folder(table).toUri().toString());
    }

    /** Answers SQL in which {@code {}} stands for the table. */
    List<Row> sql(String sql, String table) {
        return spark.sql(sql.replace("{}", "delta.`" + suite.folder(table).toUri() + "`"))
                .collectAsList();
    }

    @Override
    public void close() {
        spark.stop();
    }

    /** Hands it to tests that take a {@code SparkOverLake}. */
    static final class Provider implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == SparkOverLake.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(SparkOverLake.class))
                    .computeIfAbsent("spark over lake", key -> SparkOverLake.start(), SparkOverLake.class);
        }
    }
}
