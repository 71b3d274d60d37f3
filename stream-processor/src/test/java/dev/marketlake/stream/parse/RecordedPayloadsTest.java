package dev.marketlake.stream.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.config.Watchlist;
import dev.marketlake.events.RawQuote;
import dev.marketlake.stream.Raw;
import dev.marketlake.stream.Recorded;
import dev.marketlake.stream.observation.BarObservation;
import dev.marketlake.stream.observation.Observation;
import dev.marketlake.stream.observation.Parsed;
import dev.marketlake.stream.observation.QuoteObservation;
import dev.marketlake.stream.observation.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every recorded provider body, wrapped as ingest would wrap it, or whole where ingest would not. */
@EnabledIf("dev.marketlake.stream.Recorded#exists")
class RecordedPayloadsTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SERIES = "Time Series (";

    private final Parsing parsing = new Parsing(Watchlist.of("MSFT", "IBM", "AAPL"), Duration.ofMinutes(2));

    @Test
    void every_recorded_intraday_bar_of_alpha_vantage_becomes_an_observation() throws IOException {
        List<Parsed> parsed = new ArrayList<>();
        for (Path file : bodies("alphavantage")) {
            JsonNode body = JSON.readTree(file);
            for (Map.Entry<String, JsonNode> field : body.properties()) {
                if (field.getKey().startsWith(SERIES) && field.getKey().contains("min")) {
                    String label = field.getKey().replaceAll("[^0-9]", "") + "m";
                    field.getValue()
                            .properties()
                            .forEach(bar ->
                                    parsed.add(parsing.observation(minute(label, bar.getKey(), bar.getValue()))));
                }
            }
        }
        assertThat(parsed).hasSizeGreaterThan(100).allMatch(BarObservation.class::isInstance);
    }

    @Test
    void every_recorded_quote_of_finnhub_becomes_an_observation_or_a_rejection() throws IOException {
        Map<String, Class<? extends Parsed>> expected = Map.of(
                "quote_AAPL_2019.json", Refused.class,
                "quote_AAPL_20260522.json", QuoteObservation.class,
                "quote_partial_zeros_TSLA_issue61.json", QuoteObservation.class,
                "quote_unknown_symbol.json", Refused.class);
        for (Path file : bodies("finnhub")) {
            String body = Files.readString(file);
            Parsed parsed = parsing.observation(Raw.snapshot("AAPL", body, "2026-11-20T00:00:00Z"));
            assertThat(parsed)
                    .as(file.getFileName().toString())
                    .isInstanceOf(expected.getOrDefault(file.getFileName().toString(), Refused.class));
        }
    }

    @Test
    void every_recorded_body_taken_for_a_bar_is_rejected_with_a_reason() throws IOException {
        for (String provider : List.of("alphavantage", "finnhub", "yahoo", "polygon")) {
            for (Path file : bodies(provider)) {
                RawQuote quote = Raw.minute("MSFT", "2017-12-18 14:56", 1, 1).quote();
                quote.setPayload(Files.readString(file));
                Parsed parsed = parsing.observation(quote);
                assertThat(parsed).as(file.toString()).isNotInstanceOf(Observation.class);
            }
        }
    }

    private static RawQuote minute(String interval, String time, JsonNode bar) {
        RawQuote quote =
                Raw.minute("MSFT", "2017-12-18 14:56", 1, 1).interval(interval).quote();
        quote.setPayload("{\"symbol\":\"MSFT\",\"timeZone\":\"US/Eastern\",\"stamp\":\"CLOSE\",\"time\":\"" + time
                + "\",\"bar\":" + bar + "}");
        quote.setObservedAt(Instant.parse("2026-11-20T00:00:00Z"));
        return quote;
    }

    private static List<Path> bodies(String provider) throws IOException {
        try (Stream<Path> files =
                Files.list(Recorded.folder().resolve("payloads").resolve(provider))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
