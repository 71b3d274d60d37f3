package dev.marketlake.lake.content;

import dev.marketlake.lake.store.StoreFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Summaries of portions, kept as long as they are asked for: a look at a table reads the files that are new since the look before. Not for
 * several threads.
 */
public final class Summaries {
    private Map<Key, Object> before = new HashMap<>();
    private Map<Key, Object> now = new HashMap<>();

    private record Key(Measure<?> measure, String portion) {}

    /** Begins a look: what it does not ask for is forgotten at the next. */
    public void begin() {
        before = now;
        now = new HashMap<>();
    }

    /** The summary of a whole table. @throws StoreFailure where the store gives no answer */
    public <S> S of(Measure<S> measure, TableContent table) throws StoreFailure {
        S all = measure.none();
        for (Portion portion : table.portions()) {
            all = measure.plus(all, of(measure, portion));
        }
        return all;
    }

    /** Keeps this measure of portions that somebody else reads. */
    public PortionReader reader(Measure<?> measure) {
        return new Keeper(this, measure);
    }

    private record Keeper(Summaries all, Measure<?> measure) implements PortionReader {
        @Override
        public Set<String> columns() {
            return measure.columns();
        }

        @Override
        public boolean knows(Portion portion) {
            Key key = new Key(measure, portion.id());
            return all.now.containsKey(key)
                    || all.before.containsKey(key)
                    || counted(measure, portion).isPresent();
        }

        @Override
        public void take(Portion portion, List<Row> rows) {
            all.now.put(new Key(measure, portion.id()), measure.of(rows));
        }
    }

    private static <S> Optional<S> counted(Measure<S> measure, Portion portion) {
        return portion.rows() < 0 ? Optional.empty() : measure.ofCount(portion.rows());
    }

    @SuppressWarnings("unchecked") // A key's value is of its measure.
    private <S> S of(Measure<S> measure, Portion portion) throws StoreFailure {
        Key key = new Key(measure, portion.id());
        Object known = now.containsKey(key) ? now.get(key) : before.get(key);
        if (known == null) {
            Optional<S> counted = counted(measure, portion);
            known = counted.isPresent()
                    ? counted.get()
                    : measure.of(portion.source().read(measure.columns()));
        }
        now.put(key, known);
        return (S) known;
    }
}
