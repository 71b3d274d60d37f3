package dev.marketlake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.marketlake.events.Bar;
import dev.marketlake.events.RawQuote;
import dev.marketlake.lake.sink.Kafka;
import dev.marketlake.lake.store.LocalStore;
import dev.marketlake.lake.store.StoreSettings;
import dev.marketlake.lake.table.Examples;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program as it is started, with a real broker, registry and store. */
class LakeSinkApplicationTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void the_program_lands_records_and_tells_how_its_tables_are() throws Exception {
        Kafka.freshTopics();
        StoreSettings store = LocalStore.freshBucket();
        try (var producer = Kafka.<RawQuote>producer(Map.of())) {
            producer.send(new ProducerRecord<>("market.raw", "AAPL", Examples.raw("AAPL", 0)));
        }
        try (var producer = Kafka.<Bar>producer(Map.of())) {
            producer.send(new ProducerRecord<>(
                    "market.bars",
                    "AAPL",
                    Examples.bar("AAPL", Examples.OPEN, "170.23").build()));
        }
        try (ConfigurableApplicationContext program = start(store)) {
            String base = "http://127.0.0.1:" + program.getEnvironment().getProperty("local.server.port");

            await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
                JsonNode tables = JsonMapper.shared().readTree(get(base + "/api/tables"));
                assertThat(table(tables, "bronze.raw_quotes").get("rows").asLong())
                        .isEqualTo(1);
                assertThat(table(tables, "silver.bars").get("rows").asLong()).isEqualTo(1);
            });
            JsonNode bars = table(JsonMapper.shared().readTree(get(base + "/api/tables")), "silver.bars");
            assertThat(bars.get("path").asString()).isEqualTo("s3://" + store.bucket() + "/silver/bars");
            assertThat(bars.get("state").asString()).isEqualTo("RUNNING");
            assertThat(bars.get("pendingRows").asLong()).isZero();
            assertThat(bars.get("partitions")).hasSize(4).allSatisfy(partition -> {
                assertThat(partition.get("topic").asString()).isEqualTo("market.bars");
                assertThat(partition.get("position").asLong())
                        .isEqualTo(partition.get("end").asLong());
            });
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                JsonNode readiness = JsonMapper.shared().readTree(get(base + "/actuator/health/readiness"));
                assertThat(readiness.get("components").propertyNames())
                        .contains("broker", "schemaRegistry", "objectStore", "tables");
                assertThat(readiness.get("status").asString())
                        .as(readiness.toString())
                        .isEqualTo("UP");
            });
            assertThat(get(base + "/actuator/prometheus"))
                    .contains("marketlake_sink_commits_total{", "marketlake_sink_pending")
                    .containsPattern(
                            "marketlake_store_requests_seconds_count\\{[^}]*method=\"PUT\"[^}]*uri=\"silver/bars\"")
                    .containsPattern("marketlake_store_requests_seconds_count\\{[^}]*method=\"HEAD\"[^}]*uri=\"other\"")
                    .doesNotContain("part-", "_delta_log", "uri=\"_marketlake");
        }
    }

    private static ConfigurableApplicationContext start(StoreSettings store) {
        return new SpringApplicationBuilder(LakeSinkApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=" + Kafka.bootstrapServers(),
                        "--spring.kafka.properties.schema.registry.url=" + Kafka.registryUrl(),
                        "--marketlake.sink.config=" + Kafka.config(),
                        "--marketlake.store.endpoint=" + store.endpoint(),
                        "--marketlake.store.access-key=" + store.accessKey(),
                        "--marketlake.store.secret-key=" + store.secretKey(),
                        "--marketlake.store.bucket=" + store.bucket());
    }

    private static JsonNode table(JsonNode tables, String name) {
        for (JsonNode table : tables) {
            if (table.get("table").asString().equals(name)) {
                return table;
            }
        }
        throw new AssertionError("no table " + name + " in " + tables);
    }

    private static String get(String url) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
