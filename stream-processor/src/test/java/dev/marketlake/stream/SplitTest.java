package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marketlake.events.Bar;
import dev.marketlake.events.Indicators;
import dev.marketlake.events.Performance;
import dev.marketlake.events.RawQuote;
import dev.marketlake.market.Interval;
import dev.marketlake.stream.judge.AlertRules;
import dev.marketlake.stream.judge.AlertSeverity;
import dev.marketlake.stream.judge.Direction;
import dev.marketlake.stream.judge.PriceMove;
import dev.marketlake.stream.judge.PriceMove.Since;
import dev.marketlake.stream.judge.Terms;
import dev.marketlake.stream.parse.Payloads;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A 4-for-1 split on 2019-02-15: what looks across it compares prices in the same shares, whenever the split becomes known. */
class SplitTest {
    private static final int MINUTES = 90;
    private static final String KNOWN_AT = "2019-03-01T12:00:00Z";
    private static final RawQuote SPLIT = split("1550241000", 4, KNOWN_AT);

    @Test
    void bars_after_a_known_split_are_valid_and_read_in_its_shares() {
        try (MarketDriver market = market()) {
            market.pipe(SPLIT);
            minutes().forEach(market::pipe);
            market.flush();

            assertThat(minutesOf(market.bars())).hasSize(2 * MINUTES).allMatch(Bar::getValid);
            Indicators first = market.indicators().stream()
                    .filter(row -> row.getInterval().equals("1m")
                            && row.getOpenTime().equals(Instant.parse("2019-02-15T15:00:00Z")))
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
            // 49 bars near 400, of 1,000 shares each, are 49 near 100, of 4,000 shares each.
            assertThat(first.getSma50()).isBetween(99.0, 102.0);
            assertThat(first.getVolumeRatio20()).isCloseTo(0.25, within(1e-12));
            assertThat(first.getObservedAt()).isEqualTo(Instant.parse(KNOWN_AT));
            Performance day = market.performance().getLast();
            assertThat(day.getReturn1d()).isBetween(-0.02, 0.02);
            assertThat(day.getObservedAt()).isEqualTo(Instant.parse(KNOWN_AT));
        }
    }

    @Test
    void without_the_split_the_first_bars_after_it_are_far_from_their_neighbours() {
        try (MarketDriver market = market()) {
            minutes().forEach(market::pipe);
            assertThat(minutesOf(market.flush().bars()))
                    .filteredOn(bar -> bar.getViolations().contains("FAR_FROM_MEDIAN"))
                    .isNotEmpty();
        }
    }

    @Test
    void a_split_gives_the_same_tables_whenever_it_becomes_known() {
        List<RawQuote> sorted = new ArrayList<>(List.of(SPLIT));
        sorted.addAll(minutes());
        Tables expected = tables(sorted, new Random(0));
        for (int seed = 1; seed <= 20; seed++) {
            List<RawQuote> shuffled = new ArrayList<>(sorted);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(tables(shuffled, new Random(seed))).as("seed " + seed).isEqualTo(expected);
        }
        List<RawQuote> last = new ArrayList<>(minutes());
        last.add(SPLIT);
        assertThat(tables(last, new Random(1))).isEqualTo(expected);
    }

    @Test
    void a_corrected_ratio_corrects_what_it_was_used_for() {
        RawQuote wrong = split("1550241000", 2, "2019-03-01T11:00:00Z");
        List<RawQuote> right = new ArrayList<>(List.of(SPLIT));
        right.addAll(minutes());
        List<RawQuote> corrected = new ArrayList<>(List.of(wrong));
        corrected.addAll(minutes());
        corrected.add(SPLIT);

        assertThat(tables(corrected, new Random(1)).indicators())
                .isEqualTo(tables(right, new Random(1)).indicators());
    }

    @Test
    void a_split_that_is_announced_raises_nothing_twice() {
        PriceMove drop = new PriceMove(
                new Terms("drop", Interval.M1, AlertSeverity.WARNING, 0, Duration.ZERO),
                null,
                Since.SESSION_OPEN,
                1.0,
                Direction.DOWN);
        Raw opening = Raw.minute("AAPL", "2019-02-15 09:30", 100, 10);
        try (MarketDriver market = new MarketDriver(
                Settings.minutesAndDays(), AlertRules.of("1", drop), Instant.parse("2019-02-15T14:31:00Z"), "AAPL")) {
            market.pipe(opening.observed("2019-02-15T14:31:01Z", "a", 0))
                    .pipe(opening.later(1, 98, 10).observed("2019-02-15T14:32:01Z", "b", 0))
                    .advance(Duration.ofMinutes(2))
                    .pipe(opening.later(2, 97, 10).observed("2019-02-15T14:33:01Z", "c", 0));
            assertThat(market.alerts()).hasSize(1);

            market.pipe(split("1559568600", 4, "2019-02-15T14:33:05Z")).advance(Duration.ofMinutes(2));

            assertThat(market.indicators())
                    .extracting(row -> row.getOpenTime().toString())
                    .endsWith("2019-02-15T14:32:00Z");
            assertThat(market.alerts()).isEmpty();
        }
    }

    private static Tables tables(List<RawQuote> events, Random flushes) {
        try (MarketDriver market = market()) {
            for (RawQuote event : events) {
                market.pipe(event);
                if (flushes.nextInt(20) == 0) {
                    market.flush();
                }
            }
            return new Tables().add(market.flush());
        }
    }

    private static MarketDriver market() {
        return new MarketDriver(
                Settings.of(Map.of("roll-ups", "5m,1d")),
                Spike.NO_RULES,
                Instant.parse("2019-03-02T00:00:00Z"),
                "AAPL");
    }

    /** From ten o'clock: near 400 on the day before the split, near 100 on its own. */
    private static List<RawQuote> minutes() {
        List<RawQuote> minutes = new ArrayList<>();
        Raw before = Raw.minute("AAPL", "2019-02-14 10:00", 400, 1_000);
        Raw after = Raw.minute("AAPL", "2019-02-15 10:00", 100, 1_000);
        for (int i = 0; i < MINUTES; i++) {
            minutes.add(before.later(i, 400 + i % 7, 1_000).quote());
            minutes.add(after.later(i, 100 + i % 5 * 0.25, 1_000).quote());
        }
        return minutes;
    }

    private static List<Bar> minutesOf(List<Bar> bars) {
        return bars.stream().filter(bar -> bar.getInterval().equals("1m")).toList();
    }

    private static RawQuote split(String date, int ratio, String observedAt) {
        RawQuote quote = Payloads.with(
                Payloads.with(
                        Payloads.with(Payloads.YAHOO_SPLIT, "1598880600", date),
                        "\"numerator\":4",
                        "\"numerator\":" + ratio),
                "4:1",
                ratio + ":1");
        return Payloads.at(quote, observedAt, "split-" + ratio);
    }
}
