package dev.marketlake.stream.emit;

import dev.marketlake.stream.series.Emission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A 64-bit hash of a row's content columns, in a fixed order. Equal content, equal hash, on any machine and version of Java. */
final class ContentHash {
    private static final long SEED = 0x9E3779B97F4A7C15L;
    private static final long ABSENT = 0x5851F42D4C957F2DL;

    private long state = SEED;

    ContentHash add(long value) {
        // Stafford's variant 13 of the MurmurHash3 finalizer, as in SplittableRandom.
        long mixed = (state ^ value) + SEED;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        state = mixed ^ (mixed >>> 31);
        return this;
    }

    ContentHash add(double value) {
        return add(Double.doubleToLongBits(value));
    }

    ContentHash addNullable(@Nullable Double value) {
        return value == null ? add(ABSENT) : add(value.doubleValue());
    }

    ContentHash add(boolean value) {
        return add(value ? 1L : 2L);
    }

    ContentHash add(String text) {
        add((long) text.length());
        for (int i = 0; i < text.length(); i++) {
            add((long) text.charAt(i));
        }
        return this;
    }

    ContentHash add(List<String> texts) {
        add((long) texts.size());
        texts.forEach(this::add);
        return this;
    }

    /** Never 0 nor {@link Emission#WITHDRAWN}. */
    long value() {
        return state == 0 || state == Emission.WITHDRAWN ? SEED : state;
    }
}
