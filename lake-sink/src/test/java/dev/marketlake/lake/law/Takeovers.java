package dev.marketlake.lake.law;

import dev.marketlake.lake.law.Input.Kind;
import dev.marketlake.lake.sink.Engine;
import dev.marketlake.lake.sink.MemoryTopic;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.PassingStore;
import dev.marketlake.lake.store.PassingStore.Operation;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.LakeConfig.Flush;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A sink that stands still in the middle of a commit, as a stopped process does, while another one takes its partitions over and commits,
 * comes to nothing when it goes on. One seed is one table with a number of such takeovers, each sink in turn being the one that stands still.
 */
public final class Takeovers {
    private static final int PARTITIONS = 2;
    private static final int MOST_RECORDS = 5;
    private static final int MOST_TURNS = 30;
    private static final String ENTRY = ".json";
    private static final String DATA = ".zstd.parquet";

    private Takeovers() {}

    /** One seed. @param store an empty bucket */
    public static Trial trial(long seed, int takeovers, Control control, ObjectStore store) throws StoreFailure {
        return new Rivals(seed, store, control).all(takeovers);
    }

    /** Runs something in the middle of a sink's next commit. */
    private static final class Interlude extends PassingStore {
        private Runnable meanwhile = () -> {};
        private String before = "";

        Interlude(ObjectStore behind) {
            super(behind);
        }

        /** @param before end of the key whose put it comes before; before the log entry at the latest, for there may be no data file */
        void next(String before, Runnable meanwhile) {
            this.before = before;
            this.meanwhile = meanwhile;
        }

        boolean isOver() {
            return before.isEmpty();
        }

        @Override
        protected <T> T call(Operation operation, String key, Call<T> call) throws StoreFailure {
            boolean put = operation == Operation.PUT || operation == Operation.PUT_IF_ABSENT;
            if (put && !isOver() && (key.endsWith(before) || key.endsWith(ENTRY))) {
                before = "";
                meanwhile.run();
            }
            return call.make();
        }
    }

    private static final class Rivals {
        private final long seed;
        private final Random random;
        private final ObjectStore store;
        private final Control control;
        private final Input input;
        private final MovingClock clock = new MovingClock();
        private int fenced;
        private int same;

        Rivals(long seed, ObjectStore store, Control control) {
            this.seed = seed;
            this.random = new Random(seed);
            this.store = store;
            this.control = control;
            Kind kind = Kind.of(seed);
            this.input = new Input(kind, new MemoryTopic(kind.table().topic().name(), PARTITIONS));
        }

        Trial all(int takeovers) throws StoreFailure {
            Interlude stopped = new Interlude(control.before(store));
            Engine zombie = engine(stopped);
            feed();
            comesThrough(zombie);
            for (int takeover = 0; takeover < takeovers; takeover++) {
                Interlude waiting = new Interlude(control.before(store));
                Engine successor = engine(waiting);
                feed();
                stopped.next(random.nextBoolean() ? ENTRY : DATA, () -> takeOver(successor));
                long before = zombie.conflicts();
                comesThrough(zombie);
                if (!stopped.isOver()) {
                    return Trial.broken(seed, events(), "takeover " + takeover + " never came");
                }
                boolean dropped = zombie.conflicts() > before;
                fenced += dropped ? 1 : 0;
                same += dropped ? 0 : 1;
                zombie.lose();
                zombie.turn();
                zombie.close();
                stopped = waiting;
                zombie = successor;
            }
            feed();
            boolean through = comesThrough(zombie);
            String standing = zombie.standing();
            zombie.close();
            return through
                    ? Trial.of(seed, Ending.of(store, List.of(input), -1), events())
                    : Trial.broken(seed, events(), "the last sink does not get through: " + standing);
        }

        /** With records more: what it commits is not what the one that stands still holds. */
        private void takeOver(Engine successor) {
            feed();
            comesThrough(successor);
            if (random.nextBoolean()) {
                feed();
                comesThrough(successor);
            }
        }

        private Map<String, Integer> events() {
            return Map.of("FENCED", fenced, "HAD_THE_SAME_RANGE", same);
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
                    with,
                    new Flush(1, 1, Duration.ofSeconds(10)),
                    1_000_000,
                    clock);
        }
    }
}
