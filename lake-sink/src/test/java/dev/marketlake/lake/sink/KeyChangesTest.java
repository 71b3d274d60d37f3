package dev.marketlake.lake.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.lake.table.RowKey;
import dev.marketlake.lake.write.PackedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyChangesTest {

    @Test
    void the_last_change_of_a_key_counts_in_whatever_order_they_come() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 5_000; round++) {
            KeyChanges changes = new KeyChanges();
            TreeMap<Integer, Optional<Byte>> expected = new TreeMap<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                int key = random.nextInt(6);
                byte age = (byte) i;
                if (random.nextInt(6) == 0) {
                    // A commit that did not come off, or was held: the batch grows on.
                    changes.inOrder(row -> key(row.bytes()[0]));
                }
                if (random.nextInt(3) > 0) {
                    changes.keep(row(key, age));
                    expected.put(key, Optional.of(age));
                } else {
                    changes.withdraw(key(key));
                    expected.put(key, Optional.empty());
                }
            }
            List<String> inOrder = changes.inOrder(row -> key(row.bytes()[0])).stream()
                    .map(change -> change.key().values() + " " + age(change.row()))
                    .toList();
            List<String> wanted = new ArrayList<>();
            expected.forEach((key, age) -> wanted.add(List.of(key) + " " + age));
            assertThat(inOrder).isEqualTo(wanted);
        }
    }

    private static Optional<Byte> age(@Nullable PackedRow row) {
        return Optional.ofNullable(row).map(kept -> kept.bytes()[1]);
    }

    private static RowKey key(int number) {
        return new RowKey(List.of(number));
    }

    private static PackedRow row(int key, byte age) {
        return new PackedRow(new byte[] {(byte) key, age}, 0, 2);
    }
}
