package dev.marketlake.lake.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.lake.table.RowKey;
import dev.marketlake.lake.write.PackedRow;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KeyChangesTest {

    @Test
    void the_last_change_of_a_key_counts_in_whatever_order_they_come() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 5_000; round++) {
            KeyChanges changes = new KeyChanges();
            TreeMap<Integer, Optional<Byte>> expected = new TreeMap<>();
            int mostlyForward = 0;
            for (int i = random.nextInt(12); i > 0; i--) {
                mostlyForward = random.nextInt(3) > 0 ? mostlyForward + 1 : random.nextInt(9);
                byte age = (byte) i;
                if (random.nextInt(4) > 0) {
                    changes.keep(key(mostlyForward), row(mostlyForward, age));
                    expected.put(mostlyForward, Optional.of(age));
                } else {
                    changes.withdraw(key(mostlyForward));
                    expected.put(mostlyForward, Optional.empty());
                }
            }
            TreeMap<Integer, Optional<Byte>> seen = new TreeMap<>();
            int last = -1;
            for (Iterator<KeyChanges.Change> all = inOrder(changes); all.hasNext(); ) {
                KeyChanges.Change change = all.next();
                int key = (Integer) change.key().values().getFirst();
                assertThat(key).isGreaterThan(last);
                change.row().ifPresent(row -> assertThat(row.bytes()[0]).isEqualTo((byte) key));
                seen.put(key, change.row().map(row -> row.bytes()[1]));
                last = key;
            }
            assertThat(seen).isEqualTo(expected);
        }
    }

    @Test
    void nothing_is_left_after_the_last_one() {
        KeyChanges changes = new KeyChanges();
        changes.keep(key(1), row(1, (byte) 1));
        Iterator<KeyChanges.Change> all = inOrder(changes);
        all.next();
        assertThatThrownBy(all::next).isInstanceOf(NoSuchElementException.class);
    }

    private static Iterator<KeyChanges.Change> inOrder(KeyChanges changes) {
        return changes.inOrder(row -> key(row.bytes()[0]));
    }

    private static RowKey key(int number) {
        return new RowKey(List.of(number));
    }

    private static PackedRow row(int key, byte age) {
        return new PackedRow(new byte[] {(byte) key, age}, 0, 2);
    }
}
