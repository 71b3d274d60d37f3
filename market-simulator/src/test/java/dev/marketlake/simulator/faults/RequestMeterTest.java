package dev.marketlake.simulator.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestMeterTest {
    private static final Instant START = Instant.parse("2026-11-18T15:00:00Z");
    private static final Admission WITHIN = new Admission.Within();

    @Test
    void a_second_slides() {
        RequestMeter meter = new RequestMeter(new RequestLimit(2, 0, 0));
        assertThat(meter.admit(START)).isEqualTo(WITHIN);
        assertThat(meter.admit(START.plusMillis(600))).isEqualTo(WITHIN);
        assertThat(meter.admit(START.plusMillis(999))).isEqualTo(over(Admission.Span.SECOND));
        assertThat(meter.admit(START.plusMillis(1000))).isEqualTo(WITHIN);
        assertThat(meter.admit(START.plusMillis(1599))).isEqualTo(over(Admission.Span.SECOND));
    }

    @Test
    void a_minute_slides_and_refused_requests_do_not_count() {
        RequestMeter meter = new RequestMeter(new RequestLimit(0, 3, 0));
        for (int i = 0; i < 3; i++) {
            assertThat(meter.admit(START.plusSeconds(10 * i))).isEqualTo(WITHIN);
        }
        for (int i = 30; i < 60; i++) {
            assertThat(meter.admit(START.plusSeconds(i))).isEqualTo(over(Admission.Span.MINUTE));
        }
        assertThat(meter.admit(START.plusSeconds(60))).isEqualTo(WITHIN);
    }

    @Test
    void a_day_ends_at_midnight_in_new_york() {
        RequestMeter meter = new RequestMeter(new RequestLimit(0, 0, 1));
        assertThat(meter.admit(START)).isEqualTo(WITHIN);
        assertThat(meter.admit(Instant.parse("2026-11-19T04:59:59Z"))).isEqualTo(over(Admission.Span.DAY));
        assertThat(meter.admit(Instant.parse("2026-11-19T05:00:00Z"))).isEqualTo(WITHIN);
    }

    @Test
    void no_limit_is_no_limit() {
        RequestMeter meter = new RequestMeter(RequestLimit.NONE);
        for (int i = 0; i < 10_000; i++) {
            assertThat(meter.admit(START)).isEqualTo(WITHIN);
        }
    }

    private static Admission over(Admission.Span span) {
        return new Admission.Over(span);
    }
}
