package dev.marketlake.lake.maintain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.Tables;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A snapshot that nobody asked for could come twice, not come, hide a user's own, or take one away. */
class DailySnapshotsTest {
    private final QuoteTable quotes = new QuoteTable();
    private final NamedSnapshots snapshots = new NamedSnapshots(quotes.store, () -> quotes.now);
    private final LocalDate first = LocalDate.ofInstant(quotes.now, ZoneOffset.UTC);

    @Test
    void a_day_gets_one_of_its_first_sound_look_whatever_is_committed_later() throws StoreFailure {
        quotes.commit(0, 2);
        var daily = new DailySnapshots(snapshots, 7);

        daily.sound(quotes.now);
        long version = version(first);
        quotes.commit(2, 3);
        daily.sound(quotes.now);
        new DailySnapshots(snapshots, 7).sound(quotes.now);

        assertThat(names()).containsExactly("daily-" + first);
        assertThat(version(first)).isEqualTo(version);

        quotes.later(Duration.ofDays(1));
        daily.sound(quotes.now);
        assertThat(names()).containsExactly("daily-" + first, "daily-" + first.plusDays(1));
        assertThat(version(first.plusDays(1))).isGreaterThan(version);
    }

    @Test
    void a_lake_without_rows_gets_none_and_with_zero_days_kept_nobody_does() throws StoreFailure {
        new DailySnapshots(snapshots, 7).sound(quotes.now);
        assertThat(names()).isEmpty();

        quotes.commit(0, 2);
        new DailySnapshots(snapshots, 0).sound(quotes.now);
        assertThat(names()).isEmpty();
    }

    @Test
    void the_newest_days_are_kept_and_every_name_that_somebody_gave() throws StoreFailure {
        quotes.commit(0, 2);
        List<String> given = List.of("daily", "daily-2001-01-01-mine", "a-release");
        for (String name : given) {
            snapshots.create(name);
        }
        var daily = new DailySnapshots(snapshots, 2);
        for (int day = 0; day < 4; day++) {
            daily.sound(quotes.now);
            quotes.later(Duration.ofDays(1));
        }

        assertThat(names())
                .containsAll(given)
                .hasSize(given.size() + 2)
                .contains("daily-" + first.plusDays(2), "daily-" + first.plusDays(3));
        assertThatThrownBy(() -> snapshots.create("daily-2001-01-01"))
                .isInstanceOf(InvalidConfig.class)
                .hasMessageContaining("choose another");
    }

    @Test
    void no_vacuum_takes_its_files_until_the_day_is_given_up() throws StoreFailure {
        quotes.commit(0, 5);
        var daily = new DailySnapshots(snapshots, 1);
        daily.sound(quotes.now);
        long version = version(first);
        new Compaction(quotes.store, () -> quotes.now, new Packing(2, 1 << 20)).compact(Tables.RAW_QUOTES);
        quotes.later(Duration.ofDays(100));
        var vacuum = new Vacuum(quotes.store, () -> quotes.now, new Retention(Duration.ofDays(1), Duration.ofHours(2)));

        assertThat(vacuum.vacuum(Tables.RAW_QUOTES).retired()).isZero();
        var then = quotes.lake(quotes.store).read(QuoteTable.FOLDER, version).orElseThrow();
        assertThat(quotes.offsets(then.files()))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, 5).boxed().toList());

        daily.sound(quotes.now);
        assertThat(vacuum.vacuum(Tables.RAW_QUOTES).retired()).isEqualTo(5);
    }

    private List<String> names() throws StoreFailure {
        return snapshots.list().stream().map(NamedSnapshot::name).toList();
    }

    private long version(LocalDate day) throws StoreFailure {
        return Objects.requireNonNull(
                snapshots.find("daily-" + day).orElseThrow().tables().get(Tables.RAW_QUOTES.name()));
    }
}
