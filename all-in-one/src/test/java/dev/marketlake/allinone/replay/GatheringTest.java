package dev.marketlake.allinone.replay;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.config.Watchlist;
import dev.marketlake.events.RawPosition;
import dev.marketlake.market.Interval;
import dev.marketlake.market.PriceBasis;
import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.BarObservation;
import dev.marketlake.stream.observation.CorporateActionContent.Split;
import dev.marketlake.stream.observation.CorporateActionObservation;
import dev.marketlake.stream.observation.FundamentalsContent;
import dev.marketlake.stream.observation.FundamentalsObservation;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.observation.Observation;
import dev.marketlake.stream.observation.Place;
import dev.marketlake.stream.observation.Reasons;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatheringTest {
    private static final JobDates DATES = new JobDates(
            Watchlist.of("AAPL"), LocalDate.of(2019, 2, 12), LocalDate.of(2019, 2, 13), Map.of("1m", 2, "1h", 4));

    private static final Symbol AAPL = new Symbol("AAPL");
    private static final FundamentalsContent EARNINGS =
            new FundamentalsContent(null, null, null, null, BigDecimal.TEN, null);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void records_follow_each_other_by_event_and_then_by_observation() {
        gather(
                "1m 2019-02-13T15:00:00Z 5",
                "1m 2019-02-12T15:00:00Z 9",
                "1m 2019-02-12T15:00:00Z 3",
                "1m 2019-02-12T14:59:00Z 4");

        assertThat(inOrder(0))
                .containsExactly(
                        "1m 2019-02-12T14:59:00Z 4",
                        "1m 2019-02-12T15:00:00Z 3",
                        "1m 2019-02-12T15:00:00Z 9",
                        "1m 2019-02-13T15:00:00Z 5");
        assertThat(inOrder(3)).containsExactly("1m 2019-02-13T15:00:00Z 5");
    }

    @Test
    void what_the_range_rests_on_is_taken_and_nothing_else() {
        long taken = gather(
                "1m 2019-02-14T15:00:00Z 1",
                "1m 2019-02-08T15:00:00Z 2",
                "1m 2019-02-07T15:00:00Z 3",
                "1h 2019-02-06T15:00:00Z 4",
                "1h 2019-02-05T15:00:00Z 5",
                "refused");

        assertThat(taken).isEqualTo(2);
        assertThat(inOrder(0)).containsExactly("1h 2019-02-06T15:00:00Z 4", "1m 2019-02-08T15:00:00Z 2");
    }

    @Test
    void gathering_again_starts_afresh() {
        gather("1m 2019-02-12T15:00:00Z 1", "1m 2019-02-12T15:01:00Z 1");
        gather("1m 2019-02-12T15:01:00Z 1");

        assertThat(inOrder(0)).containsExactly("1m 2019-02-12T15:01:00Z 1");
    }

    /** The future leaks in by corrections, by later bars and by what is said later of a company alike: all are observed later. */
    @Test
    void what_was_observed_later_than_an_instant_was_not_known_then() {
        gather(
                100,
                "1m 2019-02-12T15:00:00Z 99",
                "1m 2019-02-12T15:00:00Z 100",
                "1m 2019-02-12T15:00:00Z 101",
                "1m 2019-02-13T15:00:00Z 2000",
                "split 2019-02-13 100",
                "split 2019-02-12 101",
                "earnings - 101");

        assertThat(inOrder(0))
                .containsExactly("split 2019-02-13 100", "1m 2019-02-12T15:00:00Z 99", "1m 2019-02-12T15:00:00Z 100");
    }

    /** Observed in 1970: years before the range, and the split's own date lies after it. */
    @Test
    void what_was_said_of_a_company_before_the_range_is_taken_and_what_was_said_after_it_is_a_split_alone() {
        gather(
                Long.MAX_VALUE,
                "split 2019-03-01 1",
                "earnings - 2",
                "split 2019-02-12 " + Micros.of(Instant.parse("2020-01-01T00:00:00Z")),
                "earnings - " + Micros.of(Instant.parse("2020-01-01T00:00:00Z")));

        assertThat(inOrder(0))
                .containsExactly(
                        "split 2019-03-01 1",
                        "earnings - 2",
                        "split 2019-02-12 " + Micros.of(Instant.parse("2020-01-01T00:00:00Z")));
    }

    private long gather(String... records) {
        return gather(Long.MAX_VALUE, records);
    }

    private long gather(long knownBy, String... records) {
        RawRows rows = (symbols, since, taker) -> {
            for (int i = 0; i < records.length; i++) {
                byte[] value = records[i].getBytes(StandardCharsets.UTF_8);
                taker.accept(new RawRow(new byte[] {'A'}, value, 1_000, new RawPosition("topic", 0, (long) i)));
            }
        };
        return new Gathering(GatheringTest::event, DATES, knownBy, folder.resolve("raw"))
                .gather(rows, List.of("AAPL"), seen -> {});
    }

    private List<String> inOrder(long skipped) {
        List<String> records = new ArrayList<>();
        Gathering.inOrder(
                folder.resolve("raw"),
                folder.resolve("spill"),
                skipped,
                row -> records.add(new String(requireNonNull(row.value()), StandardCharsets.UTF_8)));
        return records;
    }

    /** Of "interval openTime observedAt", "split date observedAt" or "earnings - observedAt". */
    private static Optional<Observation> event(RawRow row) {
        String[] parts = new String(requireNonNull(row.value()), StandardCharsets.UTF_8).split(" ", -1);
        if (parts.length < 3) {
            return Optional.empty();
        }
        Place place = new Place(Long.parseLong(parts[2]), "request", 0);
        if (parts[0].equals("split")) {
            return Optional.of(new CorporateActionObservation(
                    AAPL, Source.ALPHA_VANTAGE, LocalDate.parse(parts[1]), new Split(2, 1), Reasons.NONE, place));
        }
        if (parts[0].equals("earnings")) {
            return Optional.of(
                    new FundamentalsObservation(AAPL, Source.ALPHA_VANTAGE, "overview", EARNINGS, Reasons.NONE, place));
        }
        return Optional.of(new BarObservation(
                AAPL,
                Interval.of(parts[0]),
                Source.ALPHA_VANTAGE,
                PriceBasis.RAW,
                Micros.of(Instant.parse(parts[1])),
                new BarContent(1, 1, 1, 1, 1),
                Reasons.NONE,
                place));
    }
}
