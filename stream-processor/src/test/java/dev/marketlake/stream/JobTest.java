package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.events.Alert;
import dev.marketlake.events.Bar;
import dev.marketlake.events.RawPosition;
import dev.marketlake.events.RawQuote;
import dev.marketlake.topics.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A history job yields what live yielded, for the dates it was asked for. */
class JobTest {
    private static final Map<String, Object> ALL_ROLL_UPS = Map.of("roll-ups", "5m,15m,30m,1h,1d");
    private static final TradingCalendar NYSE = TradingCalendar.of("NYSE");
    private static final LocalDate LAST = LocalDate.of(2019, 2, 15);
    private static final LocalDate FIRST = LocalDate.of(2019, 2, 13);

    @Test
    void over_all_dates_it_yields_the_tables_of_live() {
        for (long seed = 1; seed <= 10; seed++) {
            List<Raw> events = Soup.of(seed);
            try (MarketDriver live = live("AAPL");
                    JobDriver job = new JobDriver(ALL_ROLL_UPS, Spike.FOURFOLD, "2019-02-14", "2019-02-16", "AAPL")) {
                live.pipe(Day.array(events)).flush();
                job.pipe(quotes(sorted(events))).end();

                assertThat(job.tables()).as("seed " + seed).isEqualTo(withoutDays(new Tables().add(live)));
            }
        }
    }

    @Test
    void with_its_reach_and_no_more_it_yields_the_rows_that_live_made_over_two_months() {
        List<Raw> months = months();
        LocalDate reach = NYSE.sessionsBefore(FIRST, 22);
        try (MarketDriver live = live("AAPL");
                JobDriver job =
                        new JobDriver(ALL_ROLL_UPS, Spike.FOURFOLD, FIRST.toString(), LAST.toString(), "AAPL")) {
            live.pipe(Day.array(months)).flush();
            job.pipe(quotes(since(reach, months))).end();

            Tables expected = dated(new Tables().add(live));
            assertThat(expected.indicators()).hasSizeGreaterThan(90);
            assertThat(expected.alerts()).isNotEmpty();
            assertThat(job.tables()).isEqualTo(expected);
        }
    }

    /** The control of the test above: what it reads is not more than it needs. */
    @Test
    void with_less_than_its_reach_it_yields_others() {
        List<Raw> months = months();
        LocalDate tooLate = NYSE.sessionsBefore(FIRST, 19);
        try (MarketDriver live = live("AAPL");
                JobDriver job =
                        new JobDriver(ALL_ROLL_UPS, Spike.FOURFOLD, FIRST.toString(), LAST.toString(), "AAPL")) {
            live.pipe(Day.array(months)).flush();
            job.pipe(quotes(since(tooLate, months))).end();

            assertThat(job.tables()).isNotEqualTo(dated(new Tables().add(live)));
        }
    }

    @Test
    void rows_name_the_raw_records_of_the_first_time_and_alerts_say_that_they_are_replayed() {
        List<Raw> day = new ArrayList<>(Day.flat("AAPL", "2019-02-15 09:30", 25, 100, 1_000));
        day.add(Raw.minute("AAPL", "2019-02-15 09:55", 100, 9_000));
        try (JobDriver job = new JobDriver(Map.of(), Spike.FOURFOLD, "2019-02-15", "2019-02-15", "AAPL")) {
            job.pipe(quotes(day)).end();

            List<Bar> bars = job.read(Topics.BARS);
            assertThat(bars.getFirst().getLineage()).isEqualTo(new RawPosition("first-topic", 3, 1_000L));
            List<Alert> alerts = job.read(Topics.ALERTS);
            assertThat(alerts).hasSize(1);
            assertThat(alerts.getFirst().getReplayed()).isTrue();
            assertThat(alerts.getFirst().getRaisedAt()).isEqualTo(Instant.parse("2019-03-02T00:00:00Z"));
            assertThat(alerts.getFirst().getPositions())
                    .hasSize(21)
                    .allMatch(position -> position.getTopicId().equals("first-topic"));
        }
    }

    @Test
    void rows_of_other_dates_stay_inside() {
        List<Raw> days = new ArrayList<>(Day.flat("AAPL", "2019-02-14 09:30", 5, 100, 1_000));
        days.addAll(Day.flat("AAPL", "2019-02-15 09:30", 5, 100, 1_000));
        try (JobDriver job = new JobDriver(Map.of(), Spike.NO_RULES, "2019-02-15", "2019-02-15", "AAPL")) {
            job.pipe(quotes(days)).end();

            assertThat(job.read(Topics.BARS))
                    .isNotEmpty()
                    .allMatch(bar -> bar.getTradeDate().equals(LAST));
            assertThat(job.read(Topics.INDICATORS))
                    .isNotEmpty()
                    .allMatch(row -> row.getTradeDate().equals(LAST));
        }
    }

    /** The mark and what it flushes are one transaction: a committed offset behind the mark means that all is out. */
    @Test
    void what_is_left_goes_out_with_the_end_mark() {
        try (JobDriver job = new JobDriver(Map.of(), Spike.NO_RULES, "2019-02-15", "2019-02-15", "AAPL")) {
            job.pipe(quotes(Day.flat("AAPL", "2019-02-15 09:30", 5, 100, 1_000)));
            assertThat(job.read(Topics.BARS)).noneMatch(JobTest::isDaily);
            job.end();
            assertThat(job.read(Topics.BARS)).filteredOn(JobTest::isDaily).hasSize(1);
        }
    }

    @Test
    void a_record_that_does_not_say_where_it_is_from_stops_the_job() {
        try (JobDriver job = new JobDriver(Map.of(), Spike.NO_RULES, "2019-02-15", "2019-02-15", "AAPL")) {
            assertThatThrownBy(job::stray).rootCause().hasMessageContaining("only the job itself may write");
        }
    }

    private static boolean isDaily(Bar bar) {
        return bar.getInterval().equals("1d");
    }

    private static MarketDriver live(String... symbols) {
        return new MarketDriver(
                Settings.of(ALL_ROLL_UPS), Spike.FOURFOLD, Instant.parse("2019-03-02T00:00:00Z"), symbols);
    }

    /** Forty-five sessions of a few wild minutes each: an outlier at every other open, which the median judges by the day before. */
    private static List<Raw> months() {
        Random random = new Random(5);
        List<Raw> bars = new ArrayList<>();
        double price = 100;
        for (int session = 44; session >= 0; session--) {
            LocalDate date = NYSE.sessionsBefore(LAST, session);
            Raw first = Raw.minute("AAPL", date + " 10:00", 1, 1).observed("2019-02-28T00:00:00Z", "months", 0);
            for (int minute = 0; minute < 24; minute++) {
                price *= Math.exp(random.nextGaussian() / 100);
                double close = minute == 0 && random.nextBoolean() ? price * 1.3 : price;
                long volume = random.nextInt(9) == 0 ? 9_000 : 500 + random.nextInt(500);
                bars.add(first.later(minute, Math.round(close * 100) / 100.0, volume));
            }
        }
        return bars;
    }

    private static List<Raw> since(LocalDate first, List<Raw> bars) {
        return bars.stream()
                .filter(bar -> !LocalDate.parse(bar.time().substring(0, 10)).isBefore(first))
                .toList();
    }

    private static List<Raw> sorted(List<Raw> events) {
        return events.stream()
                .sorted(Comparator.comparing(Raw::time)
                        .thenComparing(Raw::observedAt)
                        .thenComparing(Raw::requestId)
                        .thenComparing(Raw::sequence))
                .toList();
    }

    private static List<RawQuote> quotes(List<Raw> bars) {
        return bars.stream().map(Raw::quote).toList();
    }

    /** Without the daily readings: they look back over years, which a job does not read. */
    private static Tables withoutDays(Tables tables) {
        return new Tables(tables.bars(), tables.indicators(), Map.of(), tables.alerts());
    }

    private static Tables dated(Tables all) {
        Tables tables = withoutDays(all);
        return new Tables(
                dated(tables.bars()), dated(tables.indicators()), tables.performance(), dated(tables.alerts()));
    }

    private static Map<String, String> dated(Map<String, String> table) {
        Predicate<String> asked =
                row -> FIRST.datesUntil(LAST.plusDays(1)).anyMatch(date -> row.contains("tradeDate=" + date));
        Map<String, String> kept = new TreeMap<>(table);
        kept.values().removeIf(asked.negate());
        return kept;
    }
}
