package dev.marketlake.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlushPaceTest {
    private final FlushPace pace = new FlushPace();

    @Test
    void everyTickFlushesWhereRecordsAreTakenAsTheyCome() {
        assertThat(takenAndDue(10_000, 500)).isTrue();
        assertThat(takenAndDue(10_250, 1_000)).isTrue();
        assertThat(takenAndDue(10_500, -3)).isTrue();
    }

    @Test
    void inABacklogOneASecondFlushes() {
        assertThat(takenAndDue(10_000, 5_000)).isTrue();
        assertThat(takenAndDue(10_250, 5_000)).isFalse();
        assertThat(takenAndDue(10_999, 5_000)).isFalse();
        assertThat(takenAndDue(11_000, 5_000)).isTrue();
        assertThat(takenAndDue(11_250, 5_000)).isFalse();
    }

    @Test
    void whatTheBacklogEndsWithIsNotKeptWaiting() {
        assertThat(takenAndDue(10_000, 5_000)).isTrue();
        assertThat(takenAndDue(10_250, 5_000)).isFalse();
        assertThat(pace.isDue(10_500)).as("no record since the last tick").isTrue();
        assertThat(takenAndDue(10_750, 900)).as("caught up").isTrue();
    }

    @Test
    void aClockThatIsSetBackHoldsNothingUp() {
        assertThat(takenAndDue(3_610_000, 5_000)).isTrue();
        assertThat(takenAndDue(10_000, 5_000)).isTrue();
        assertThat(takenAndDue(10_250, 5_000)).isFalse();
    }

    private boolean takenAndDue(long now, long waited) {
        pace.taken(now - waited, now);
        return pace.isDue(now);
    }
}
