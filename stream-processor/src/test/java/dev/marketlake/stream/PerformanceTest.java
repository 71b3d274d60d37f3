package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.events.Performance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Daily readings through the topology: a minute at ten o'clock makes a day. */
class PerformanceTest {
    private static final TradingCalendar NYSE = TradingCalendar.of("NYSE");

    @Test
    void a_day_has_a_row_once_it_is_over_with_the_readings_that_have_their_sessions() {
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(day("2019-02-14", 100), day("2019-02-15", 102)).flush();

            List<Performance> rows = market.performance();
            assertThat(dates(rows)).containsExactly("2019-02-14", "2019-02-15");
            Performance last = rows.getLast();
            assertThat(last.getOpenTime()).isEqualTo("2019-02-15T14:30:00Z");
            assertThat(last.getClose()).isEqualByComparingTo("102");
            assertThat(last.getReturn1d()).isCloseTo(0.02, within(1e-12));
            assertThat(last.getDrawdown()).isZero();
            assertThat(last.getAvg7d()).isNull();
            assertThat(last.getReturnYtd()).isNull();
            assertThat(last.getVolatilityScore()).isNull();
            assertThat(last.getInputs()).isEqualTo(2);
            assertThat(last.getRevision()).isZero();
            assertThat(last.getDeleted()).isFalse();
            assertThat(last.getObservedAt()).isEqualTo("2019-03-01T00:00:00Z");
            assertThat(last.getLineage().getOffset()).isEqualTo(1);
        }
    }

    @Test
    void a_year_and_a_bit_fills_every_column() {
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(Day.array(days("2018-01-02", "2019-02-15"))).flush();

            List<Performance> rows = market.performance();
            assertThat(rows).hasSize(days("2018-01-02", "2019-02-15").size());
            Performance last = rows.getLast();
            assertThat(last.getInputs()).isEqualTo(272);
            assertThat(last.getSchema().getFields())
                    .allSatisfy(field ->
                            assertThat(last.get(field.pos())).as(field.name()).isNotNull());
        }
    }

    @Test
    void a_correction_sends_that_day_and_the_later_ones_it_feeds_and_nothing_before() {
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(Day.array(days("2019-01-02", "2019-02-15"))).flush();
            market.performance();

            market.pipe(day("2019-02-13", 99.5).observed("2019-03-01T01:00:00Z", "later", 0))
                    .flush();

            List<Performance> again = market.performance();
            assertThat(dates(again)).containsExactly("2019-02-13", "2019-02-14", "2019-02-15");
            assertThat(again).extracting(Performance::getRevision).containsOnly(1);
            assertThat(again).extracting(row -> row.getObservedAt().toString()).containsOnly("2019-03-01T01:00:00Z");
        }
    }

    @Test
    void a_correction_that_leaves_close_and_observation_as_they_were_sends_nothing() {
        List<Raw> minutes = Day.flat("AAPL", "2019-02-15 10:00", 2, 100, 10);
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(day("2019-02-14", 100))
                    .pipe(minutes.get(0), minutes.get(1).observed("2019-03-01T02:00:00Z", "late", 0))
                    .flush();
            market.performance();

            market.pipe(minutes.get(0).volume("77").observed("2019-03-01T01:00:00Z", "later", 0))
                    .flush();

            assertThat(market.performance()).isEmpty();
            assertThat(market.bars())
                    .filteredOn(bar -> bar.getInterval().equals("1d"))
                    .last()
                    .satisfies(bar -> assertThat(bar.getVolume()).isEqualTo(87));
        }
    }

    @Test
    void a_day_without_a_valid_minute_left_takes_its_row_back_and_comes_again_with_one() {
        Raw only = day("2019-02-13", 100);
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(Day.array(days("2019-01-02", "2019-02-11")))
                    .pipe(Day.array(Day.flat("AAPL", "2019-02-12 15:00", 20, 100, 10)))
                    .pipe(only, day("2019-02-14", 101))
                    .flush();
            market.performance();

            market.pipe(only.prices("300", "300", "300", "300").observed("2019-03-01T01:00:00Z", "later", 0))
                    .flush();

            List<Performance> without = market.performance();
            assertThat(dates(without)).containsExactly("2019-02-13", "2019-02-14");
            Performance gone = without.getFirst();
            assertThat(gone.getDeleted()).isTrue();
            assertThat(gone.getClose()).isNull();
            assertThat(gone.getDrawdown()).isNull();
            assertThat(gone.getInputs()).isNull();
            assertThat(without.getLast().getReturn1d()).isNull();
            assertThat(without.getLast().getAvg7d()).isNull();

            market.pipe(only.observed("2019-03-01T02:00:00Z", "again", 0)).flush();

            List<Performance> back = market.performance();
            assertThat(dates(back)).containsExactly("2019-02-13", "2019-02-14");
            assertThat(back).extracting(Performance::getDeleted).containsOnly(false);
            assertThat(back).extracting(Performance::getRevision).containsExactly(2, 2);
            assertThat(back.getLast().getReturn1d()).isNotNull();
        }
    }

    @Test
    void a_session_that_never_came_leaves_what_needs_it_null_and_the_rest_as_it_is() {
        List<Raw> days = days("2019-01-02", "2019-02-15");
        days.removeIf(day -> day.time().startsWith("2019-02-12"));
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(Day.array(days)).flush();

            Performance last = market.performance().getLast();
            assertThat(last.getReturn1d()).isNotNull();
            assertThat(last.getReturn7d()).isNotNull();
            assertThat(last.getReturn30d()).isNotNull();
            assertThat(last.getAvg7d()).isNull();
            assertThat(last.getAvg30d()).isNull();
            assertThat(last.getVolatility20d()).isNull();
            assertThat(last.getInputs()).isEqualTo(days.size());
        }
    }

    @Test
    void a_day_of_mourning_and_a_half_day_are_what_they_are() {
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(
                            day("2018-12-04", 100),
                            day("2018-12-05", 70),
                            day("2018-12-06", 101),
                            day("2018-12-24", 102),
                            day("2018-12-26", 105))
                    .flush();

            List<Performance> rows = market.performance();
            assertThat(dates(rows)).containsExactly("2018-12-04", "2018-12-06", "2018-12-24", "2018-12-26");
            assertThat(rows.get(1).getReturn1d()).isCloseTo(0.01, within(1e-12));
            assertThat(rows.get(3).getReturn1d()).isCloseTo(3 / 102.0, within(1e-12));
        }
    }

    @Test
    void a_year_starts_against_the_last_session_of_the_one_before() {
        try (MarketDriver market = new MarketDriver(Spike.NO_RULES, "AAPL")) {
            market.pipe(day("2018-12-31", 100), day("2019-01-02", 110), day("2019-01-03", 121))
                    .flush();

            assertThat(market.performance())
                    .extracting(Performance::getReturnYtd)
                    .satisfiesExactly(
                            ytd -> assertThat(ytd).isNull(),
                            ytd -> assertThat(ytd).isCloseTo(0.10, within(1e-12)),
                            ytd -> assertThat(ytd).isCloseTo(0.21, within(1e-12)));
        }
    }

    /** A flat day of one minute. */
    static Raw day(String date, double price) {
        return Raw.minute("AAPL", date + " 10:00", price, 10);
    }

    /** A day for each session from one date to another, whose prices go up and down around 100 by less than 2. */
    static List<Raw> days(String from, String to) {
        List<Raw> days = new ArrayList<>();
        LocalDate end = LocalDate.parse(to);
        for (LocalDate date : LocalDate.parse(from).datesUntil(end.plusDays(1)).toList()) {
            if (NYSE.day(date).isPresent()) {
                days.add(day(date.toString(), 100 + Math.round(170 * Math.sin(date.toEpochDay())) / 100.0));
            }
        }
        return days;
    }

    private static List<String> dates(List<Performance> rows) {
        return rows.stream().map(row -> row.getTradeDate().toString()).toList();
    }
}
