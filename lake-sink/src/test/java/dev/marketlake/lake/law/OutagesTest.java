package dev.marketlake.lake.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.lake.law.Input.Kind;
import dev.marketlake.lake.sink.Engine;
import dev.marketlake.lake.sink.MemoryTopic;
import dev.marketlake.lake.store.FaultyProxy;
import dev.marketlake.lake.store.FaultyProxy.Fault;
import dev.marketlake.lake.store.LocalStore;
import dev.marketlake.lake.store.MinioObjectStore;
import dev.marketlake.lake.store.StoreSettings;
import dev.marketlake.lake.table.LakeConfig.Flush;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A store that is out of order for a while, on a real store behind a network; {@code prove outages} does it to a whole sink for a minute. */
class OutagesTest {
    private enum Outage {
        GONE(Fault.REQUEST_LOST, method -> true, "gave no usable answer"),
        BUSY(Fault.REFUSED_503, method -> true, "SlowDown"),
        FULL(Fault.REFUSED_507, "PUT"::equals, "XMinioStorageFull"),
        DENIED(Fault.REFUSED_403, method -> true, "correct S3_ACCESS_KEY and S3_SECRET_KEY");

        private final Fault fault;
        private final Predicate<String> methods;
        private final String told;

        Outage(Fault fault, Predicate<String> methods, String told) {
            this.fault = fault;
            this.methods = methods;
            this.told = told;
        }

        Fault on(String method) {
            return methods.test(method) ? fault : Fault.NONE;
        }
    }

    @ParameterizedTest
    @EnumSource(Outage.class)
    void while_the_store_is_out_of_order_the_table_says_why_and_afterwards_goes_on_with_nothing_lost(Outage outage)
            throws Exception {
        StoreSettings direct = LocalStore.freshBucket();
        AtomicBoolean outOfOrder = new AtomicBoolean();
        try (MinioObjectStore safe = MinioObjectStore.of(direct);
                FaultyProxy proxy = FaultyProxy.before(
                        direct.endpoint(), (method, path) -> outOfOrder.get() ? outage.on(method) : Fault.NONE);
                MinioObjectStore store =
                        MinioObjectStore.of(direct.at(proxy.endpoint()).withTimeout(Duration.ofSeconds(5)))) {
            safe.ensureBucket();
            Input input = new Input(
                    Kind.BARS, new MemoryTopic(Kind.BARS.table().topic().name(), 2));
            MovingClock clock = new MovingClock();
            Random random = new Random(1);
            try (Engine engine = new Engine(
                    Kind.BARS.table(),
                    input.topic(),
                    Set.of(0, 1),
                    store,
                    new Flush(1, 1, Duration.ofSeconds(1)),
                    1_000_000,
                    clock)) {
                feed(input, random);
                turns(engine, clock);

                outOfOrder.set(true);
                feed(input, random);
                turns(engine, clock);
                feed(input, random);
                turns(engine, clock);
                assertThat(engine.waitsFor())
                        .hasValueSatisfying(
                                why -> assertThat(why).contains(outage.told).doesNotContain(direct.secretKey()));
                assertThat(engine.isThrough()).isFalse();

                outOfOrder.set(false);
                turns(engine, clock);
                assertThat(engine.isThrough()).isTrue();
            }
            assertThat(Ending.of(safe, List.of(input), -1).difference()).isEmpty();
        }
    }

    private static void feed(Input input, Random random) {
        input.add(0, random);
        input.add(1, random);
    }

    private static void turns(Engine engine, MovingClock clock) {
        for (int turn = 0; turn < 4; turn++) {
            clock.move();
            engine.turn();
        }
    }
}
