package dev.marketlake.lake.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.lake.store.MemoryObjectStore;
import dev.marketlake.lake.store.MortalStore;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Log expiry could cut off what the table consists of. */
class LogExpiryTest {
    private static final String FOLDER = NumberedRows.SHAPE.folder();
    private static final Instant BEGAN = Instant.parse("2026-11-20T12:00:00Z");

    private final MemoryObjectStore store = new MemoryObjectStore();
    private Instant now = BEGAN;

    @BeforeEach
    void fifty_versions_a_minute_apart() throws StoreFailure {
        store.goBy(() -> now);
        NumberedRows numbers = new NumberedRows(store);
        DeltaTable table = numbers.open();
        for (int i = 0; i < 50; i++) {
            now = minute(i + 1);
            TableChange change = i % 2 == 0
                    ? numbers.appending("a", i / 2, i / 2 + 1)
                    : numbers.rewriting(table.state(), "b", i / 2, i / 2 + 1);
            assertThat(table.commit(change)).isInstanceOf(CommitOutcome.Committed.class);
        }
    }

    private static Instant minute(long minute) {
        return BEGAN.plusSeconds(60 * minute);
    }

    private DeltaLake lake(ObjectStore by) {
        return new DeltaLake(by, () -> now);
    }

    private void isWhole(ObjectStore by) throws StoreFailure {
        TableState state = lake(by).read(FOLDER).orElseThrow();
        NumberedRows numbers = new NumberedRows(by);
        assertThat(state.version()).isEqualTo(50);
        assertThat(numbers.numbers(state.files(), "a")).isEqualTo(NumberedRows.upTo(25));
        assertThat(numbers.numbers(state.files(), "b")).isEqualTo(NumberedRows.upTo(25));
        assertThat(state.watermark("a")).hasValue(25);
        assertThat(state.watermark("b")).hasValue(25);
    }

    @Test
    void the_log_begins_at_the_last_checkpoint_that_is_old_enough() throws StoreFailure {
        assertThat(lake(store).expireLog(FOLDER, minute(20), Set.of()))
                .as("version 20 is too young")
                .isZero();
        assertThat(lake(store).expireLog(FOLDER, minute(39), Set.of())).isPositive();
        assertThat(lake(store).log(FOLDER).versions().getFirst().number()).isEqualTo(20);
        assertThat(lake(store).expireLog(FOLDER, minute(45), Set.of())).isPositive();
        assertThat(lake(store).log(FOLDER).versions().getFirst().number()).isEqualTo(40);
        assertThat(lake(store).expireLog(FOLDER, minute(45), Set.of()))
                .as("nothing left")
                .isZero();

        isWhole(store);
        assertThat(lake(store).read(FOLDER, 44).orElseThrow().watermark("a")).hasValue(22);
        assertThatThrownBy(() -> lake(store).read(FOLDER, 39)).isInstanceOf(VersionGone.class);
    }

    @Test
    void versions_that_are_kept_stay_readable_with_and_without_a_checkpoint_of_their_own() throws StoreFailure {
        lake(store).checkpoint(FOLDER, 7);
        lake(store).expireLog(FOLDER, minute(45), Set.of(7L, 25L));

        isWhole(store);
        assertThat(lake(store).read(FOLDER, 7).orElseThrow().watermark("a")).hasValue(4);
        assertThat(lake(store).read(FOLDER, 25).orElseThrow().watermark("a")).hasValue(13);
        assertThatThrownBy(() -> lake(store).read(FOLDER, 12)).isInstanceOf(VersionGone.class);
        assertThat(lake(store).log(FOLDER).at(minute(30)))
                .as("no version is named for a time that is no longer known")
                .isEmpty();
    }

    @Test
    void a_checkpoint_that_lacks_something_is_not_relied_on() throws StoreFailure {
        String log = FOLDER + "/_delta_log/";
        store.put(
                log + "%020d.checkpoint.parquet".formatted(40),
                store.get(log + "%020d.checkpoint.parquet".formatted(20)));
        int before = store.keys().size();

        assertThatThrownBy(() -> lake(store).expireLog(FOLDER, minute(45), Set.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("checkpoint of version 40");

        assertThat(store.keys()).hasSize(before);
    }

    @ParameterizedTest
    @EnumSource(
            value = MortalStore.Moment.class,
            names = {"BEFORE", "AFTER"})
    void wherever_it_dies_the_table_stays_whole(MortalStore.Moment moment) throws StoreFailure {
        int calls = Integer.MAX_VALUE;
        for (int point = 1; point <= calls; point += 7) {
            MemoryObjectStore world = store.copy();
            MortalStore mortal = new MortalStore(world, point, moment);
            try {
                lake(mortal).expireLog(FOLDER, minute(45), Set.of());
                calls = mortal.calls();
            } catch (MortalStore.Crash dead) {
                // As wanted.
            }
            isWhole(world);
            lake(world).expireLog(FOLDER, minute(45), Set.of());
            isWhole(world);
            assertThat(lake(world).log(FOLDER).versions().getFirst().number()).isEqualTo(40);
        }
        assertThat(calls).isBetween(50, 300);
    }
}
