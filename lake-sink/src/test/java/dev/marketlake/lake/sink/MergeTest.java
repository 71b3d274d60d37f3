package dev.marketlake.lake.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.lake.table.RowKey;
import dev.marketlake.lake.write.PackedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MergeTest {
    private static final byte OLD = 1;
    private static final byte NEW = 2;

    @Test
    void rows_come_between_instead_of_and_after_those_that_were_there() {
        assertThat(merged(List.of(2, 4, 6), kept(1, 4, 5, 9)))
                .contains(List.of("1 new", "2 old", "4 new", "5 new", "6 old", "9 new"));
        assertThat(merged(List.of(), kept(3, 1))).contains(List.of("1 new", "3 new"));
    }

    @Test
    void withdrawn_rows_go_and_those_that_were_not_there_change_nothing() {
        assertThat(merged(List.of(2, 4), withdrawn(4, 7))).contains(List.of("2 old"));
        assertThat(merged(List.of(2), withdrawn(2))).contains(List.of());
        assertThat(merged(List.of(2, 4), withdrawn(1, 3, 5))).isEmpty();
        assertThat(merged(List.of(2, 4), new KeyChanges())).isEmpty();
        assertThat(merged(List.of(), withdrawn(1))).isEmpty();
    }

    @Test
    void rows_out_of_order_are_refused() {
        assertThatThrownBy(() -> merged(List.of(4, 2), kept(2)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[2]")
                .hasMessageContaining("[4]");
        assertThatThrownBy(() -> merged(List.of(2, 2), kept(9))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void it_does_what_a_map_does() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 2_000; round++) {
            TreeMap<Integer, String> expected = new TreeMap<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                expected.put(random.nextInt(9), "old");
            }
            List<Integer> before = List.copyOf(expected.keySet());
            TreeMap<Integer, Boolean> changes = new TreeMap<>();
            boolean touched = false;
            for (int i = random.nextInt(6); i > 0; i--) {
                int key = random.nextInt(9);
                changes.put(key, random.nextBoolean());
            }
            for (var change : changes.entrySet()) {
                int key = change.getKey();
                touched |= change.getValue() || before.contains(key);
                if (change.getValue()) {
                    expected.put(key, "new");
                } else {
                    expected.remove(key);
                }
            }
            List<String> rows = new ArrayList<>();
            expected.forEach((key, age) -> rows.add(key + " " + age));
            assertThat(merged(before, changes(changes))).isEqualTo(touched ? Optional.of(rows) : Optional.empty());
        }
    }

    private static Optional<List<String>> merged(List<Integer> before, KeyChanges changes) {
        return Merge.of(before.stream().map(key -> row(key, OLD)).toList(), row -> key(row.bytes()[0]), changes)
                .map(rows -> rows.stream()
                        .map(row -> row.bytes()[0] + (row.bytes()[1] == NEW ? " new" : " old"))
                        .toList());
    }

    private static KeyChanges kept(int... keys) {
        KeyChanges changes = new KeyChanges();
        for (int key : keys) {
            changes.keep(row(key, NEW));
        }
        return changes;
    }

    private static KeyChanges withdrawn(int... keys) {
        KeyChanges changes = new KeyChanges();
        for (int key : keys) {
            changes.withdraw(key(key));
        }
        return changes;
    }

    /** @param kept of each key: kept or withdrawn */
    private static KeyChanges changes(SortedMap<Integer, Boolean> kept) {
        KeyChanges changes = new KeyChanges();
        kept.forEach((key, keep) -> {
            if (keep) {
                changes.keep(row(key, NEW));
            } else {
                changes.withdraw(key(key));
            }
        });
        return changes;
    }

    private static RowKey key(int number) {
        return new RowKey(List.of(number));
    }

    private static PackedRow row(int key, byte age) {
        return new PackedRow(new byte[] {(byte) key, age}, 0, 2);
    }
}
