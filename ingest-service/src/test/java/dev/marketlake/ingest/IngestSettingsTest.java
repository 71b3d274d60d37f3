package dev.marketlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.ingest.alphavantage.AlphaVantageSettings;
import dev.marketlake.ingest.finnhub.FinnhubSettings;
import dev.marketlake.ingest.guard.BreakerSettings;
import dev.marketlake.ingest.guard.RetrySettings;
import dev.marketlake.ingest.polygon.PolygonSettings;
import dev.marketlake.ingest.publish.PublishSettings;
import dev.marketlake.ingest.yahoo.YahooSettings;
import dev.marketlake.market.StampConvention;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySourcesPropertyResolver;
import org.springframework.core.io.ClassPathResource;

class IngestSettingsTest {
    private static final IngestSettings DEFAULTS = new IngestSettings(
            "./config",
            0,
            new AlphaVantageSettings(
                    true,
                    "https://www.alphavantage.co",
                    null,
                    null,
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(60),
                    1,
                    0,
                    25,
                    ZoneId.of("UTC"),
                    StampConvention.OPEN,
                    "compact",
                    true),
            new FinnhubSettings(
                    true,
                    "https://finnhub.io/api/v1",
                    null,
                    null,
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(60),
                    30,
                    60,
                    0,
                    ZoneId.of("UTC")),
            new YahooSettings(
                    false,
                    "https://query1.finance.yahoo.com",
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(60),
                    1,
                    30,
                    0,
                    ZoneId.of("UTC"),
                    "1d",
                    false,
                    "Mozilla/5.0 (compatible; marketlake)"),
            new PolygonSettings(
                    false,
                    "https://api.polygon.io",
                    null,
                    null,
                    Duration.ofSeconds(30),
                    Duration.ofHours(1),
                    0,
                    5,
                    0,
                    ZoneId.of("UTC"),
                    Duration.ofDays(5),
                    Duration.ofDays(1)),
            new RetrySettings(4, Duration.ofSeconds(1), Duration.ofSeconds(30), 3, Duration.ofSeconds(15)),
            new BreakerSettings(10, 6, 60, Duration.ofSeconds(15)),
            new PublishSettings(20_000, Duration.ofSeconds(1), Duration.ofSeconds(20)));

    @Test
    void configuration_defaults_are_those_of_the_free_plans() {
        assertThat(bound(Map.of())).isEqualTo(DEFAULTS);
    }

    @Test
    void the_documented_settings_file_says_the_same_as_the_code() throws Exception {
        MutablePropertySources sources = new MutablePropertySources();
        new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yml"))
                .forEach(sources::addLast);
        IngestSettings settings = new Binder(
                        ConfigurationPropertySources.from(sources),
                        new org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver(
                                sources))
                .bind("marketlake.ingest", IngestSettings.class)
                .get();
        assertThat(new PropertySourcesPropertyResolver(sources).getProperty("spring.kafka.producer.value-serializer"))
                .isEqualTo(dev.marketlake.serde.KafkaAvroSerializer.class.getName());
        assertThat(settings)
                .usingRecursiveComparison()
                .ignoringFields(
                        "alphaVantage.apiKey",
                        "alphaVantage.apiKeyFile",
                        "finnhub.apiKey",
                        "finnhub.apiKeyFile",
                        "polygon.apiKey",
                        "polygon.apiKeyFile")
                .isEqualTo(DEFAULTS);
    }

    @ParameterizedTest
    @CsvSource({
        "rounds, -1, MARKETLAKE_INGEST_ROUNDS",
        "alpha-vantage.output-size, huge, alpha-vantage.output-size",
        "yahoo.range, 7d, yahoo.range",
        "yahoo.user-agent, ' ', yahoo.user-agent",
        "polygon.lookback, 12h, polygon.lookback",
        "polygon.lookback, 36d, polygon.lookback",
        "polygon.delay, -1s, polygon.lookback",
        "retry.attempts, 0, marketlake.ingest.retry.attempts",
        "retry.most-backoff, 1ms, most-backoff",
        "breaker.least-requests, 11, breaker.least-requests",
        "breaker.failure-percent, 101, breaker.failure-percent",
        "breaker.open-for, 0s, breaker.open-for",
        "retry.pause, 14s, retry.pause",
        "publish.buffer, 0, publish.buffer",
        "publish.patience, -1s, publish"
    })
    void a_setting_that_cannot_be_used_is_named(String name, String value, String named) {
        assertThatThrownBy(() -> bound(Map.of(name, value)))
                .rootCause()
                .isInstanceOf(InvalidConfig.class)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @CsvSource({
        "timeout, 0s",
        "poll-interval, -1s",
        "requests-per-second, -1",
        "requests-per-minute, 100001",
        "requests-per-day, -5"
    })
    void a_provider_setting_that_cannot_be_used_is_named(String name, String value) {
        IngestSettings settings = bound(Map.of("finnhub." + name, value, "finnhub.api-key", "k"));
        assertThatThrownBy(() -> settings.finnhub().access())
                .isInstanceOf(InvalidConfig.class)
                .hasMessageContaining("marketlake.ingest.finnhub." + name);
    }

    @Test
    void an_address_that_is_none_is_named_by_its_variable() {
        for (String url : List.of(
                "finnhub.io",
                "ftp://x",
                "http://",
                "http://h/p?token=1",
                "http:// x",
                "http://me:s3cr3t@h",
                "http://me:s3cr3t@h x")) {
            IngestSettings settings = bound(Map.of("finnhub.base-url", url, "finnhub.api-key", "k"));
            assertThatThrownBy(() -> settings.finnhub().access())
                    .isInstanceOf(InvalidConfig.class)
                    .hasMessageContaining("FINNHUB_BASE_URL")
                    .hasNoCause()
                    .message()
                    .doesNotContain("s3cr3t");
            assertThat(settings.toString()).doesNotContain("s3cr3t");
        }
    }

    @Test
    void yahoo_and_polygon_are_polled_only_where_they_are_switched_on_and_polygon_with_a_key() {
        assertThat(bound(Map.of("yahoo.enabled", "true")).yahoo().access().key().plain())
                .isEmpty();
        assertThatThrownBy(
                        () -> bound(Map.of("polygon.enabled", "true")).polygon().access())
                .isInstanceOf(InvalidConfig.class)
                .hasMessageContaining("POLYGON_API_KEY is not set");
        assertThat(bound(Map.of(
                                "alpha-vantage.enabled", "false",
                                "finnhub.enabled", "false",
                                "yahoo.enabled", "true"))
                        .yahoo()
                        .enabled())
                .isTrue();
    }

    @Test
    void no_provider_at_all_is_refused() {
        assertThatThrownBy(() -> bound(Map.of("finnhub.enabled", "false", "alpha-vantage.enabled", "false")))
                .rootCause()
                .hasMessageContaining("every provider is disabled");
    }

    @Test
    void the_text_of_the_settings_holds_no_key() {
        IngestSettings settings = bound(Map.of(
                "finnhub.api-key", "s3cr3t",
                "alpha-vantage.api-key", "s3cr3t",
                "polygon.api-key", "s3cr3t",
                "yahoo.base-url", "http://me:s3cr3t@h"));
        assertThat(settings.toString()).doesNotContain("s3cr3t");
    }

    private static IngestSettings bound(Map<String, String> settings) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        settings.forEach((name, value) -> source.put("marketlake.ingest." + name, value));
        return new Binder(source).bindOrCreate("marketlake.ingest", IngestSettings.class);
    }
}
