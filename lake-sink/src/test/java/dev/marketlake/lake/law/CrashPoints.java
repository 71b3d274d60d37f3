package dev.marketlake.lake.law;

import dev.marketlake.lake.sink.Engine;
import dev.marketlake.lake.sink.MemoryTopic;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.LakeConfig.Flush;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Wherever a sink dies, the next one ends with the same table. One trial is one table in three lives: a sink that works and stops, one that
 * dies at the point, with its process as it were, and one that finds what they left.
 */
public final class CrashPoints {
    private static final int PARTITIONS = 2;
    private static final int MOST_RECORDS = 5;
    /** Enough for a checkpoint to be due in the second life. */
    private static final int LONG_LIFE = 25;

    private static final int MOST_TURNS = 20;
    private static final int NTH = 6;
    private static final int MOST_BEFORE = 8;

    private CrashPoints() {}

    /** One point with one seed. @param store an empty bucket */
    public static Trial trial(CrashPoint point, long seed, Control control, ObjectStore store) throws StoreFailure {
        return new Lives(point, seed, store, control).all();
    }

    private static final class Lives {
        private final CrashPoint point;
        private final long seed;
        private final Random random;
        private final ObjectStore store;
        private final Control control;
        private final Input input;
        private final MovingClock clock = new MovingClock();
        private final int rowsKept;

        Lives(CrashPoint point, long seed, ObjectStore store, Control control) {
            this.point = point;
            this.seed = seed;
            this.random = new Random(31 * seed + point.ordinal());
            this.store = store;
            this.control = control;
            var kind = point.kind(seed);
            this.input = new Input(kind, new MemoryTopic(kind.table().topic().name(), PARTITIONS));
            this.rowsKept = random.nextBoolean() ? 1_000 : random.nextInt(20);
        }

        Trial all() throws StoreFailure {
            if (!point.isOfTheFirstSink()) {
                first();
            }
            if (!second()) {
                return Trial.broken(seed, Map.of(), "the sink never came to die " + point.words());
            }
            feed();
            Optional<String> stuck = third();
            if (stuck.isPresent()) {
                return Trial.broken(seed, events(), stuck.get());
            }
            Ending ending = Ending.of(store, List.of(input), -1);
            Optional<String> restless = ending.difference().isPresent() ? Optional.empty() : fourth(ending.version());
            return restless.isPresent()
                    ? Trial.broken(seed, events(), restless.get())
                    : Trial.of(seed, ending, events());
        }

        private Map<String, Integer> events() {
            return Map.of(point.words(), 1);
        }

        private void first() {
            try (Engine engine = engine(store)) {
                for (int round = random.nextInt(MOST_BEFORE); round >= 0; round--) {
                    feed();
                    comesThrough(engine);
                }
                engine.stop();
            }
        }

        /** @return whether it died */
        private boolean second() {
            MortalStore mortal = new MortalStore(store, point, point.isFrequent() ? 1 + random.nextInt(NTH) : 1);
            try (Engine engine = engine(mortal)) {
                live(engine, mortal);
            } catch (MortalStore.Crash | IllegalStateException died) {
                if (!mortal.isDead()) {
                    throw died;
                }
            }
            return mortal.isDead();
        }

        private void live(Engine engine, MortalStore mortal) {
            boolean later = point.isAtTheEnd() || point == CrashPoint.PARTITIONS_REVOKED_WITH_ROWS_PENDING;
            if (!later) {
                mortal.arm();
            }
            for (int round = 0; round < (later ? 1 + random.nextInt(3) : LONG_LIFE) && !mortal.isDead(); round++) {
                feed();
                comesThrough(engine);
            }
            if (later) {
                // Read, and not due to be committed.
                feed();
                engine.turn();
                mortal.arm();
                if (point.isAtTheEnd()) {
                    engine.stop();
                } else {
                    revoked(engine);
                }
            }
        }

        /** Somebody else takes the rows in that this sink holds; then it gets its partitions back. */
        private void revoked(Engine engine) {
            engine.lose();
            engine.turn();
            try (Engine other = engine(store)) {
                feed();
                comesThrough(other);
            }
            engine.regain();
            comesThrough(engine);
        }

        /** @return why it does not get through; empty where it does */
        private Optional<String> third() {
            try (Engine engine = engine(store)) {
                return comesThrough(engine)
                        ? Optional.empty()
                        : Optional.of("the next sink does not get through: " + engine.standing());
            }
        }

        /** @return what one more start changes; empty where that is nothing */
        private Optional<String> fourth(long before) throws StoreFailure {
            try (Engine engine = engine(store)) {
                comesThrough(engine);
                engine.stop();
            }
            long after = WrittenLog.read(store, input.kind().table().folder()).version();
            return after == before ? Optional.empty() : Optional.of("a start with nothing to do made version " + after);
        }

        private Engine engine(ObjectStore with) {
            return new Engine(
                    input.kind().table(),
                    input.topic(),
                    Set.of(0, 1),
                    control.before(with),
                    new Flush(1_000, 1, Duration.ofSeconds(10)),
                    rowsKept,
                    clock);
        }

        private void feed() {
            for (int i = random.nextInt(MOST_RECORDS); i >= 0; i--) {
                input.add(random.nextInt(PARTITIONS), random);
            }
        }

        private boolean comesThrough(Engine engine) {
            for (int turn = 0; turn < MOST_TURNS; turn++) {
                engine.turn();
                clock.move();
                if (engine.isThrough()) {
                    return true;
                }
            }
            return false;
        }
    }
}
