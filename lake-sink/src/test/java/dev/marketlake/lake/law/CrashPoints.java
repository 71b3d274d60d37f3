package dev.marketlake.lake.law;

import dev.marketlake.lake.law.CrashPoint.Work;
import dev.marketlake.lake.maintain.Compaction;
import dev.marketlake.lake.maintain.Packing;
import dev.marketlake.lake.maintain.Retention;
import dev.marketlake.lake.maintain.Vacuum;
import dev.marketlake.lake.sink.Engine;
import dev.marketlake.lake.sink.MemoryTopic;
import dev.marketlake.lake.store.MemoryObjectStore;
import dev.marketlake.lake.store.MortalStore;
import dev.marketlake.lake.store.MortalStore.Moment;
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
 * Wherever a sink dies, or who tidies its table, the next one ends with the same table. One trial is one table in three lives: a sink that
 * works and stops, one that dies at the point, with its process as it were, and one that finds what they left. Then a compaction and a
 * vacuum clear up: no row may go, and no file stay that no version names.
 */
public final class CrashPoints {
    private static final int PARTITIONS = 2;
    private static final int MOST_RECORDS = 5;
    /** Enough for a checkpoint to be due in the second life. */
    private static final int LONG_LIFE = 25;

    private static final Retention RETENTION = new Retention(Duration.ofDays(1), Duration.ofHours(2));
    private static final Duration LONG_TIME = Duration.ofDays(2);
    private static final int LARGE = 1 << 20;
    /** So many uploads before a sink leaves a file that nobody commits. */
    private static final int ORPHAN_AFTER = 12;

    private static final int MOST_TURNS = 20;
    private static final int NTH = 6;
    private static final int MOST_BEFORE = 8;

    private CrashPoints() {}

    /** One point with one seed. @param store an empty bucket */
    public static Trial trial(CrashPoint point, long seed, Control control, MemoryObjectStore store)
            throws StoreFailure {
        return new Lives(point, seed, store, control).all();
    }

    private static final class Lives {
        private final CrashPoint point;
        private final long seed;
        private final Random random;
        private final MemoryObjectStore store;
        private final Control control;
        private final Input input;
        private final MovingClock clock = new MovingClock();
        private final long bytesKept;

        Lives(CrashPoint point, long seed, MemoryObjectStore store, Control control) {
            this.point = point;
            this.seed = seed;
            this.random = new Random(31 * seed + point.ordinal());
            this.store = store;
            store.goBy(clock);
            this.control = control;
            var kind = point.kind(seed);
            this.input = new Input(kind, new MemoryTopic(kind.table().topic().name(), PARTITIONS));
            this.bytesKept = random.nextBoolean() ? 1_000_000 : random.nextInt(5_000);
        }

        Trial all() throws StoreFailure {
            if (!point.isOfTheFirstSink()) {
                first();
            }
            if (!(point.work() == Work.SINK ? second() : tidyingDies())) {
                return Trial.broken(seed, Map.of(), "the sink never came to die " + point.words());
            }
            feed();
            Optional<String> stuck = third();
            if (stuck.isPresent()) {
                return Trial.broken(seed, events(), stuck.get());
            }
            Ending ending = Ending.of(store, List.of(input), -1);
            if (ending.difference().isPresent()) {
                return Trial.of(seed, ending, events());
            }
            Optional<String> wrong = fourth(ending.version()).or(this::clearedUp);
            return wrong.isPresent() ? Trial.broken(seed, events(), wrong.get()) : Trial.of(seed, ending, events());
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
            MortalStore mortal =
                    new MortalStore(store, point, point.isFrequent() ? 1 + random.nextInt(NTH) : 1, point.moment());
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

        /** @return whether it died */
        private boolean tidyingDies() throws StoreFailure {
            MortalStore sinks = new MortalStore(store, CrashPoint.AFTER_UPLOAD, ORPHAN_AFTER, Moment.AFTER);
            sinks.arm();
            try (Engine engine = engine(sinks)) {
                for (int round = 0; round < LONG_LIFE; round++) {
                    feed();
                    comesThrough(engine);
                }
            } catch (MortalStore.Crash | IllegalStateException leavesAnOrphan) {
                if (!sinks.isDead()) {
                    throw leavesAnOrphan;
                }
            }
            MortalStore mortal = new MortalStore(
                    store,
                    point,
                    point == CrashPoint.VACUUM_BETWEEN_DELETIONS ? 1 + random.nextInt(2) : 1,
                    point.moment());
            mortal.arm();
            try {
                if (point.work() == Work.COMPACTION) {
                    compact(mortal);
                } else {
                    compact(store);
                    clock.pass(LONG_TIME);
                    vacuum(mortal);
                }
            } catch (MortalStore.Crash died) {
                return true;
            }
            return mortal.isDead();
        }

        private void compact(ObjectStore by) throws StoreFailure {
            new Compaction(by, clock, new Packing(2, LARGE))
                    .compact(input.kind().table());
        }

        private void vacuum(ObjectStore by) throws StoreFailure {
            new Vacuum(by, clock, RETENTION).vacuum(input.kind().table());
        }

        /** @return what is not as it must be once a compaction and a vacuum were there; empty where all is */
        private Optional<String> clearedUp() {
            try {
                compact(store);
                clock.pass(LONG_TIME);
                vacuum(store);
                Ending tidy = Ending.of(store, List.of(input), -1);
                return tidy.difference()
                        .map(difference -> "after clearing up: " + difference)
                        .or(() -> tidy.orphans() == 0
                                ? Optional.empty()
                                : Optional.of(tidy.orphans() + " orphans are left after clearing up"));
            } catch (StoreFailure failure) {
                return Optional.of("clearing up fails: " + failure.getMessage());
            }
        }

        private boolean comesThrough(Engine engine) {
            return engine.comesThrough(MOST_TURNS, clock::move);
        }

        private void feed() {
            input.feed(PARTITIONS, MOST_RECORDS, random);
        }

        private Engine engine(ObjectStore with) {
            return new Engine(
                    input.kind().table(),
                    input.topic(),
                    Set.of(0, 1),
                    control.before(with),
                    new Flush(1_000, 1, Duration.ofSeconds(10)),
                    bytesKept,
                    clock);
        }
    }
}
