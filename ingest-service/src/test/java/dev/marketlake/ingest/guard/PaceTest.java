package dev.marketlake.ingest.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.ingest.guard.Pace.Allowance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
    private final ManualTicks ticks = new ManualTicks();

    @ParameterizedTest
    @CsvSource({"1, 1, 0, 60", "1, 1, 5, 60", "30, 1, 60, 60", "5, 1, 75, 60", "3, 2, 0, 60", "100, 1, 100, 60"})
    void no_window_sees_more_than_its_limit_wherever_within_the_exchange_the_provider_counts(
            int limit, int window, int minuteLimit, int minute) {
        List<Allowance> allowances = new ArrayList<>(List.of(new Allowance(limit, Duration.ofSeconds(window))));
        if (minuteLimit > 0) {
            allowances.add(new Allowance(minuteLimit, Duration.ofSeconds(minute)));
        }
        for (int seed = 0; seed < 20; seed++) {
            List<Duration> arrivals = arrivals(new Pace(ticks, allowances), new Random(seed), 400);
            for (Allowance allowance : allowances) {
                assertThat(most(arrivals, allowance.window()))
                        .as("%s, seed %s", allowance, seed)
                        .isLessThanOrEqualTo(allowance.limit());
            }
        }
    }

    /** Requests that take up to 3 s, sometimes with long pauses between, counted at any moment of their way. */
    private List<Duration> arrivals(Pace pace, Random random, int requests) {
        List<Duration> arrivals = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            pace.within(() -> {
                Duration there =
                        Duration.ofMillis(random.nextInt(10) == 0 ? random.nextInt(3_000) : random.nextInt(40));
                Duration back = Duration.ofMillis(random.nextInt(10) == 0 ? random.nextInt(3_000) : random.nextInt(40));
                ticks.pass(there);
                arrivals.add(ticks.elapsed());
                ticks.pass(back);
                return "";
            });
            ticks.pass(Duration.ofMillis(random.nextInt(50) == 0 ? 90_000 : random.nextInt(5)));
        }
        return arrivals;
    }

    /** Most arrivals in any half-open window. */
    private static int most(List<Duration> arrivals, Duration window) {
        int most = 0;
        int oldest = 0;
        for (int newest = 0; newest < arrivals.size(); newest++) {
            while (arrivals.get(newest).minus(arrivals.get(oldest)).compareTo(window) >= 0) {
                oldest++;
            }
            most = Math.max(most, newest - oldest + 1);
        }
        return most;
    }

    @Test
    void permits_are_spread_evenly_instead_of_spent_in_a_burst() {
        Pace pace = new Pace(ticks, List.of(new Allowance(60, Duration.ofMinutes(1))));
        List<Duration> starts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            pace.within(() -> starts.add(ticks.elapsed()));
        }
        for (int i = 1; i < starts.size(); i++) {
            assertThat(starts.get(i).minus(starts.get(i - 1))).isEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void the_limit_is_nearly_used_up_by_requests_that_take_a_while() {
        Pace pace = new Pace(ticks, List.of(new Allowance(60, Duration.ofMinutes(1))));
        for (int i = 0; i < 600; i++) {
            pace.within(() -> {
                ticks.pass(Duration.ofMillis(200));
                return "";
            });
        }
        assertThat(ticks.elapsed()).isLessThan(Duration.ofMinutes(10).plusSeconds(10));
    }

    @Test
    void a_start_counts_as_a_request_so_that_a_restart_does_not_double_one() {
        Pace pace = new Pace(ticks, List.of(new Allowance(1, Duration.ofSeconds(1))));
        assertThat(pace.waiting()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void what_the_provider_asks_to_wait_holds_off_the_next_request() {
        Pace pace = new Pace(ticks, List.of(new Allowance(10, Duration.ofSeconds(1))));
        pace.holdOff(Duration.ofSeconds(60));
        pace.holdOff(Duration.ofSeconds(2));
        assertThat(pace.waiting()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void without_limits_nobody_waits() {
        Pace pace = new Pace(ticks, List.of());
        pace.within(() -> "");
        assertThat(pace.waiting()).isZero();
    }

    @Test
    void a_failed_request_still_took_its_permit() {
        Pace pace = new Pace(ticks, List.of(new Allowance(1, Duration.ofSeconds(1))));
        assertThatThrownBy(() -> pace.within(() -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(pace.waiting()).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1_010));
    }

    @Test
    void an_interrupt_while_waiting_makes_no_request() {
        Ticks interrupted = new Ticks() {
            @Override
            public long nanos() {
                return 0;
            }

            @Override
            public void await(Duration duration) throws InterruptedException {
                throw new InterruptedException();
            }
        };
        Pace pace = new Pace(interrupted, List.of(new Allowance(1, Duration.ofSeconds(1))));
        assertThatThrownBy(() -> pace.within(() -> {
                    throw new AssertionError("a request was made");
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
