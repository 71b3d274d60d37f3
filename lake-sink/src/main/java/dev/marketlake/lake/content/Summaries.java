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
        public boolean recalls(Portion portion) {
            return all.recall(measure, portion).isPresent();
        }

        @Override
        public void take(Portion portion, List<Row> rows) {
            all.now.put(new Key(measure, portion.id()), measure.of(rows));
        }
    }

    /** Also for the look after this one: a look that fails is not to cost what was known before it. */
    @SuppressWarnings("unchecked") // A key's value is of its measure.
    private <S> Optional<S> recall(Measure<S> measure, Portion portion) {
        Key key = new Key(measure, portion.id());
        Object known = now.containsKey(key) ? now.get(key) : before.get(key);
        if (known == null) {
            return portion.rows() < 0 ? Optional.empty() : measure.ofCount(portion.rows());
        }
        now.put(key, known);
        return Optional.of((S) known);
    }

    private <S> S of(Measure<S> measure, Portion portion) throws StoreFailure {
        Optional<S> known = recall(measure, portion);
        if (known.isPresent()) {
            return known.get();
        }
        S read = measure.of(portion.source().read(measure.columns()));
        now.put(new Key(measure, portion.id()), read);
        return read;
    }
}
