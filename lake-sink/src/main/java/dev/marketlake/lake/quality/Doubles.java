package dev.marketlake.lake.quality;

import dev.marketlake.lake.content.Portion;
import dev.marketlake.lake.content.PortionReader;
import dev.marketlake.lake.content.Row;
import dev.marketlake.lake.content.TableContent;
import dev.marketlake.lake.store.StoreFailure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows beyond the first with the same values. A digest of 8 bytes is kept of each row, so that only new files are read; where two are
 * equal, the rows themselves are compared. Rows in partitions that a column of the check tells apart cannot be the same. Not for several
 * threads.
 */
final class Doubles {
    /** Beyond 32 MB of digests, files are read again at each look. */
    private static final long MOST_KEPT = 4_000_000;

    private static final int MOST_SAMPLES = 3;

    private Map<Key, long[]> before = new HashMap<>();
    private Map<Key, long[]> now = new HashMap<>();
    private long kept;

    private record Key(List<String> columns, Filter filter, String portion) {}

    /** @param samples the values of the first doubles */
    record Count(long rows, long doubles, List<String> samples) {}

    /** Begins a look: what it does not ask for is forgotten at the next. */
    void begin() {
        before = now;
        now = new HashMap<>();
        kept = 0;
    }

    /** @throws StoreFailure where the store gives no answer */
    Count of(List<String> columns, Filter filter, TableContent table) throws StoreFailure {
        Map<List<String>, List<Portion>> groups = new LinkedHashMap<>();
        for (Portion portion : table.portions()) {
            List<String> name = columns.stream()
                    .filter(portion.partition()::containsKey)
                    .map(column -> column + "=" + portion.partition().get(column))
                    .toList();
            groups.computeIfAbsent(name, group -> new ArrayList<>()).add(portion);
        }
        long rows = 0;
        long doubles = 0;
        List<String> samples = new ArrayList<>();
        for (List<Portion> group : groups.values()) {
            long[] digests = digests(columns, filter, group);
            rows += digests.length;
            if (hasEqual(digests)) {
                doubles += compared(columns, filter, group, samples);
            }
        }
        return new Count(rows, doubles, samples);
    }

    private long[] digests(List<String> columns, Filter filter, List<Portion> group) throws StoreFailure {
        List<long[]> parts = new ArrayList<>();
        for (Portion portion : group) {
            parts.add(digests(columns, filter, portion));
        }
        return parts.stream().flatMapToLong(Arrays::stream).toArray();
    }

    private long[] digests(List<String> columns, Filter filter, Portion portion) throws StoreFailure {
        Key key = new Key(columns, filter, portion.id());
        long[] known = recall(key);
        return known == null ? keep(key, digests(key, portion.source().read(filter.columnsAnd(columns)))) : known;
    }

    private long @Nullable [] recall(Key key) {
        long[] known = now.containsKey(key) ? now.get(key) : before.get(key);
        return known == null ? null : keep(key, known);
    }

    private long[] keep(Key key, long[] digests) {
        if (kept + digests.length <= MOST_KEPT && now.put(key, digests) == null) {
            kept += digests.length;
        }
        return digests;
    }

    private static long[] digests(Key key, List<Row> rows) {
        return names(key.columns, key.filter, rows).mapToLong(Doubles::digest).toArray();
    }

    private static Stream<String> names(List<String> columns, Filter filter, List<Row> rows) {
        return rows.stream().filter(filter::takes).map(row -> Tally.name(row, columns));
    }

    /** Keeps the digests of portions that somebody else reads. */
    PortionReader reader(List<String> columns, Filter filter) {
        return new Keeper(this, columns, filter);
    }

    private record Keeper(Doubles all, List<String> of, Filter filter) implements PortionReader {
        private Key key(Portion portion) {
            return new Key(of, filter, portion.id());
        }

        @Override
        public Set<String> columns() {
            return filter.columnsAnd(of);
        }

        @Override
        public boolean recalls(Portion portion) {
            // Where there is no room to keep them, they are not worth reading before they are asked for.
            return all.recall(key(portion)) != null || all.kept + Math.max(0, portion.rows()) > MOST_KEPT;
        }

        @Override
        public void take(Portion portion, List<Row> rows) {
            Key key = key(portion);
            all.keep(key, digests(key, rows));
        }
    }

    /** FNV-1a over the characters, then the finish of MurmurHash3. */
    private static long digest(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }

    private static boolean hasEqual(long[] digests) {
        long[] sorted = digests.clone();
        Arrays.sort(sorted);
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                return true;
            }
        }
        return false;
    }

    private static long compared(List<String> columns, Filter filter, List<Portion> group, List<String> samples)
            throws StoreFailure {
        Set<String> seen = new HashSet<>();
        long doubles = 0;
        for (Portion portion : group) {
            for (String name : names(columns, filter, portion.source().read(filter.columnsAnd(columns)))
                    .toList()) {
                if (!seen.add(name)) {
                    doubles++;
                    if (samples.size() < MOST_SAMPLES) {
                        samples.add(name);
                    }
                }
            }
        }
        return doubles;
    }
}
