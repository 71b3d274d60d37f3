package dev.marketlake.proofs.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.events.Alert;
import dev.marketlake.events.Bar;
import dev.marketlake.events.RawPosition;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SightingsTest {
    private static final String TOPIC = "raw-topic-id";
    private static final int SYMBOLS = 4;
    private static final long SENT = 1_600;
    /** One a microsecond, from 0 on. */
    private static final Pace PACE = new Pace(0, 1_000_000);

    private final SteadyLoad load = new SteadyLoad(SYMBOLS, MinuteGrid.from(LocalDate.of(2026, 11, 24), 400));
    private final Published published = new Published(TOPIC);
    private final Sightings sightings = new Sightings(load, published);

    @Test
    void latency_counts_from_when_the_event_was_due_to_when_its_record_was_seen() {
        allButBars();
        bars(0, SENT);

        var sighted = sightings.all(SENT);

        var bars = sighted.barLatencies(PACE, 100, 200);
        assertThat(bars.count()).isEqualTo(100);
        assertThat(bars.within(1000)).isEqualTo(5.0);
        var alerts = sighted.alertLatencies(PACE, 0, SENT);
        assertThat(alerts.count()).isEqualTo(7);
        assertThat(alerts.within(500)).isEqualTo(9.0);
    }

    @Test
    void a_gap_lasts_to_the_last_bar_that_came_too_late() {
        allButBars();
        bars(0, 700);
        for (long event = 700; event < 710; event++) {
            sightings.bar(bar(event), 900_000_000);
        }
        bars(710, SENT);

        var sighted = sightings.all(SENT);

        assertThat(sighted.late(PACE, 600_000, Long.MAX_VALUE, Duration.ofMillis(250)))
                .isEqualTo(Duration.ofNanos(899_400_000));
        assertThat(sighted.late(PACE, 950_000_000, Long.MAX_VALUE, Duration.ofMillis(250)))
                .isZero();
    }

    @Test
    void a_bar_that_never_came_is_named() {
        allButBars();
        bars(0, 300);
        bars(301, SENT);

        assertWrong("bar " + load.place(300) + " never came");
    }

    @Test
    void a_bar_that_came_twice_is_named() {
        allButBars();
        bars(0, SENT);
        bars(300, 301);

        assertWrong("bar " + load.place(300) + " came again, as revision 0");
    }

    @Test
    void a_bar_of_another_volume_is_named() {
        allButBars();
        var wrong = bar(0);
        wrong.setVolume(1L);
        sightings.bar(wrong, 1);
        bars(1, SENT);

        assertWrong("bar " + load.place(0) + ": expected");
    }

    @Test
    void a_bar_with_the_lineage_of_another_event_is_named() {
        allButBars();
        var wrong = bar(0);
        wrong.setLineage(position(1));
        sightings.bar(wrong, 1);
        bars(1, SENT);

        assertWrong("lineage of bar " + load.place(0) + " names another raw event");
    }

    @Test
    void a_bar_of_a_topic_created_anew_is_named() {
        allButBars();
        var wrong = bar(0);
        wrong.setLineage(new RawPosition("another-topic-id", 0, 0L));
        sightings.bar(wrong, 1);
        bars(1, SENT);

        assertWrong("lineage of bar " + load.place(0) + " names another raw event");
    }

    @Test
    void an_alert_that_never_came_or_came_twice_or_was_taken_back_is_named() {
        acknowledgeAll();
        bars(0, SENT);
        var expected = LongStream.range(0, SENT).filter(load::raises).toArray();
        var again = alert(expected[1]);
        var retracted = alert(expected[2]);
        retracted.setState("RETRACTED");
        for (int i = 1; i < expected.length; i++) {
            sightings.alert(alert(expected[i]), 1);
        }
        sightings.alert(again, 2);
        sightings.alert(retracted, 2);

        assertWrong(
                "alert of " + load.place(expected[0]) + " never came",
                again.getAlertId() + " came again, as RAISED",
                retracted.getAlertId() + " came again, as RETRACTED");
    }

    @Test
    void an_alert_of_a_calm_bar_is_named() {
        allButBars();
        bars(0, SENT);
        sightings.alert(alert(1), 1);

        assertWrong(alert(1).getAlertId() + " follows from no event");
    }

    @Test
    void an_alert_that_does_not_name_the_bars_it_rests_on_is_named() {
        acknowledgeAll();
        bars(0, SENT);
        LongStream.range(0, SENT).filter(load::raises).forEach(event -> {
            var alert = alert(event);
            alert.setPositions(alert.getPositions().subList(1, 21));
            sightings.alert(alert, 1);
        });

        assertWrong("raw events behind the alert of " + load.place(firstAlert()));
    }

    @Test
    void a_roll_up_that_came_twice_is_named() {
        allButBars();
        bars(0, SENT);
        var rollUp = bar(0);
        rollUp.setInterval("5m");
        sightings.bar(rollUp, 1);
        sightings.bar(rollUp, 2);

        assertWrong("roll-up BXAAA 5m 2026-11-24T14:30:00Z came again");
    }

    private long firstAlert() {
        return LongStream.range(0, SENT).filter(load::raises).findFirst().orElseThrow();
    }

    private void assertWrong(String... named) {
        ThrowingCallable check = () -> sightings.all(SENT);
        assertThatThrownBy(check).hasMessageContainingAll(named);
    }

    /** Each 9 ms after it was due. */
    private void allButBars() {
        acknowledgeAll();
        LongStream.range(0, SENT)
                .filter(load::raises)
                .forEach(event -> sightings.alert(alert(event), PACE.due(event) + 9_000_000));
    }

    private void acknowledgeAll() {
        LongStream.range(0, SENT).forEach(event -> {
            var position = position(event);
            published.acknowledged(position.getPartition(), position.getOffset(), event);
        });
    }

    /** Each 5 ms after it was due. */
    private void bars(long from, long to) {
        for (long event = from; event < to; event++) {
            sightings.bar(bar(event), PACE.due(event) + 5_000_000);
        }
    }

    private static RawPosition position(long event) {
        return new RawPosition(TOPIC, (int) (event % 2), event / 2);
    }

    private Bar bar(long number) {
        var event = load.event(number);
        var tick = event.tick();
        var bar = new Bar();
        bar.setSymbol(BenchSymbols.name(event.symbol()));
        bar.setInterval("1m");
        bar.setOpenTime(load.grid().at(event.minute()));
        bar.setOpen(price(tick.open()));
        bar.setHigh(price(tick.high()));
        bar.setLow(price(tick.low()));
        bar.setClose(price(tick.close()));
        bar.setVolume(tick.volume());
        bar.setValid(true);
        bar.setComplete(true);
        bar.setLineage(position(number));
        return bar;
    }

    private static BigDecimal price(long cents) {
        return BigDecimal.valueOf(cents, 2).setScale(8);
    }

    private Alert alert(long number) {
        var event = load.event(number);
        var alert = new Alert();
        alert.setAlertId("volume-spike|" + load.place(number));
        alert.setSymbol(BenchSymbols.name(event.symbol()));
        alert.setInterval("1m");
        alert.setOpenTime(load.grid().at(event.minute()));
        alert.setState("RAISED");
        alert.setPositions(LongStream.rangeClosed(0, 20)
                .mapToObj(back -> position(Math.max(0, number - (20 - back) * SYMBOLS)))
                .toList());
        return alert;
    }
}
