package dev.marketlake.stream.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.observation.BarObservation;
import dev.marketlake.stream.observation.Place;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AlphaVantageScanTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String USUAL = """
            {"symbol":"AAPL","interval":"1min","timeZone":"US/Eastern","stamp":"CLOSE","time":"2019-02-15 16:00:00",\
            "bar":{"1. open":"170.2300","2. high":"170.50","3. low":"170","4. close":"170.4512345","5. volume":"12345"}}""";
    private static final List<String> PIECES = List.of(
            "0",
            "9",
            "-",
            ".",
            "e5",
            "\\\\",
            "\"",
            " ",
            "02",
            "OPEN",
            "CLOSE",
            "Z",
            "Asia/Tokyo",
            "US/Eastern",
            "1. open",
            "null",
            "2019-03-10 02:30:00",
            "2019-11-03 01:30:00",
            "2019-02-29",
            "24:00:00",
            "13",
            ",",
            "}",
            "{",
            "é",
            "\u0000",
            "12345678901234567");

    private final AlphaVantageScan scan = new AlphaVantageScan();
    private final AlphaVantageBars parser = new AlphaVantageBars();
    private final Envelope envelope = new Envelope(
            new Symbol("AAPL"),
            TradingCalendar.of("NYSE"),
            Source.ALPHA_VANTAGE,
            "1m",
            new Place(1_550_264_460_000_000L, "r", 0));

    @Test
    void the_usual_payload_is_read_as_the_parser_reads_it() {
        assertThat(scan.read(envelope, USUAL)).isNotNull().isEqualTo(parser.parse(envelope, JSON.readTree(USUAL)));
        String later = USUAL.replace("16:00:00", "15:59:00").replace("CLOSE", "OPEN");
        assertThat(scan.read(envelope, later)).isNotNull().isEqualTo(parser.parse(envelope, JSON.readTree(later)));
    }

    @Test
    void what_is_remarkable_is_left_to_the_parser() {
        for (String remarkable : List.of(
                USUAL.replace("12345\"", "0\""),
                USUAL.replace("170.50", "160"),
                USUAL.replace("170.50", "1.7e2"),
                USUAL.replace("2019-02-15 16", "2019-03-10 16"),
                USUAL.replace("US/Eastern", "Nowhere"),
                USUAL + " ",
                "")) {
            assertThat(scan.read(envelope, remarkable)).as(remarkable).isNull();
        }
    }

    @Test
    void no_mutation_is_read_otherwise_than_the_parser_reads_it() {
        SplittableRandom random = new SplittableRandom(11);
        int read = 0;
        for (int i = 0; i < 300_000; i++) {
            StringBuilder text = new StringBuilder(USUAL);
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                mutate(text, random);
            }
            BarObservation quick = scan.read(envelope, text.toString());
            if (quick != null) {
                read++;
                assertThat(quick).as(text.toString()).isEqualTo(parser.parse(envelope, tree(text.toString())));
            }
        }
        assertThat(read).isGreaterThan(10_000);
    }

    private static void mutate(StringBuilder text, SplittableRandom random) {
        int at = random.nextInt(text.length());
        int until = Math.min(text.length(), at + random.nextInt(4));
        switch (random.nextInt(4)) {
            case 0 -> text.setCharAt(at, (char) ('0' + random.nextInt(10)));
            case 1 -> text.delete(at, until);
            case 2 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
            default -> text.replace(at, until, PIECES.get(random.nextInt(PIECES.size())));
        }
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new AssertionError("read although it is no JSON: " + text, e);
        }
    }
}
