package dev.marketlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.marketlake.events.RawQuote;
import dev.marketlake.simulator.SimulatedExchange;
import dev.marketlake.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A recorded month of sixteen symbols, through the simulator and its faults, against the files themselves. */
@Timeout(300)
class RecordedMonthTest {
    private static final Path RECORDED = Path.of("../../shared/data/market/av_201902_1min");

    @TempDir
    Path dir;

    @Test
    void every_line_of_the_files_is_published_exactly_once_in_the_order_of_time() throws IOException {
        assumeTrue(Files.isDirectory(RECORDED), "no recorded month on this machine");
        Set<String> expected = new HashSet<>();
        for (Path file : csvFiles()) {
            String symbol = file.getFileName().toString().replaceAll("[^A-Z].*", "");
            lines(file).skip(1).forEach(line -> expected.add(symbol + "," + line));
        }
        try (var backing = Backing.start(dir);
                var simulator = SimulatedExchange.start(SimulatorSettings.of(Map.of(
                        "port", "0",
                        "recorded", RECORDED.toString(),
                        "limit.alpha-vantage.per-minute", "0",
                        "limit.alpha-vantage.per-second", "10",
                        "fault.unavailable", "0.1",
                        "fault.truncated", "0.1",
                        "fault.throttle-burst", "0.1")))) {
            try (var service = RunningService.start(arguments(backing, simulator))) {
                await().atMost(Duration.ofMinutes(3))
                        .until(() -> service.ingest().at("/done").asBoolean());
                assertThat(service.ingest().at("/failedForGood").size()).isZero();
                assertThat(service.ingest().at("/published").asLong()).isEqualTo(expected.size());
            }
            List<RawQuote> raw =
                    backing.raw().stream().map(ConsumerRecord::value).toList();
            assertThat(raw.stream().map(RecordedMonthTest::line).toList()).doesNotHaveDuplicates();
            assertThat(raw.stream().map(RecordedMonthTest::line).collect(Collectors.toSet()))
                    .isEqualTo(expected);
            raw.stream()
                    .collect(Collectors.groupingBy(RawQuote::getSymbol))
                    .values()
                    .forEach(one ->
                            assertThat(one).extracting(RecordedMonthTest::line).isSorted());
            assertThat(simulator.counts().values())
                    .allSatisfy(counts -> assertThat(counts.overLimit()).isZero());
        }
    }

    private List<String> arguments(Backing backing, SimulatedExchange simulator) throws IOException {
        List<String> symbols = csvFiles().stream()
                .map(file -> file.getFileName().toString().replaceAll("[^A-Z].*", ""))
                .toList();
        RunningService.config(dir, symbols.toArray(String[]::new));
        List<String> arguments = new ArrayList<>(RunningService.arguments(backing, simulator.url(), dir));
        arguments.removeIf(argument -> argument.contains("alpha-vantage.requests-per-second"));
        arguments.addAll(List.of(
                "--marketlake.ingest.rounds=1",
                "--marketlake.ingest.finnhub.enabled=false",
                "--marketlake.ingest.alpha-vantage.output-size=full",
                "--marketlake.ingest.alpha-vantage.stamp=CLOSE",
                "--marketlake.ingest.alpha-vantage.requests-per-second=10"));
        return arguments;
    }

    private static List<Path> csvFiles() throws IOException {
        try (var files = Files.list(RECORDED)) {
            return files.filter(file -> file.toString().endsWith(".csv.gz"))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<String> lines(Path file) throws IOException {
        try (var text = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(text.readAllBytes(), StandardCharsets.US_ASCII).lines();
        }
    }

    private static String line(RawQuote quote) {
        JsonNode payload = JsonMapper.shared().readTree(quote.getPayload());
        JsonNode bar = payload.get("bar");
        return quote.getSymbol() + "," + payload.get("time").asString() + ","
                + List.of("1. open", "2. high", "3. low", "4. close", "5. volume").stream()
                        .map(name -> bar.get(name).asString())
                        .collect(Collectors.joining(","));
    }
}
