package dev.marketlake.lake.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every object store has to do. */
interface ObjectStoreContract {
    /** A store whose bucket is there and empty. */
    ObjectStore store();

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    @Test
    default void a_put_is_read_back_at_once() throws StoreFailure {
        store().put("a/b.txt", bytes("first"));
        store().put("a/b.txt", bytes("second"));

        assertThat(store().get("a/b.txt")).isEqualTo(bytes("second"));
        assertThat(store().head("a/b.txt").bytes()).isEqualTo(6);
    }

    @Test
    default void a_range_is_read_without_the_rest() throws StoreFailure {
        store().put("range", bytes("0123456789"));

        assertThat(store().get("range", 3, 4)).isEqualTo(bytes("3456"));
        assertThat(store().get("range", 8, 100)).isEqualTo(bytes("89"));
    }

    @Test
    default void what_is_not_there_is_not_found() {
        assertThatThrownBy(() -> store().get("nothing")).isInstanceOf(StoreFailure.NotFound.class);
        assertThatThrownBy(() -> store().head("nothing")).isInstanceOf(StoreFailure.NotFound.class);
    }

    @Test
    default void the_second_conditional_put_of_a_key_is_refused_and_changes_nothing() throws StoreFailure {
        store().putIfAbsent("log/0.json", bytes("first"));

        assertThatThrownBy(() -> store().putIfAbsent("log/0.json", bytes("second")))
                .isInstanceOf(StoreFailure.AlreadyExists.class);

        assertThat(store().get("log/0.json")).isEqualTo(bytes("first"));
    }

    @Test
    default void of_many_conditional_puts_at_once_exactly_one_wins() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 20; round++) {
                String key = "race/" + round;
                List<Callable<String>> writers = IntStream.range(0, 8)
                        .mapToObj(writer -> (Callable<String>) () -> {
                            try {
                                store().putIfAbsent(key, bytes("writer " + writer));
                                return "writer " + writer;
                            } catch (StoreFailure.AlreadyExists | StoreFailure.Conflict lost) {
                                return "";
                            }
                        })
                        .toList();
                List<String> winners = threads.invokeAll(writers).stream()
                        .map(Future::resultNow)
                        .filter(won -> !won.isEmpty())
                        .toList();

                assertThat(winners).hasSize(1);
                assertThat(store().get(key)).isEqualTo(bytes(winners.getFirst()));
            }
        }
    }

    @Test
    default void a_list_is_ordered_starts_where_asked_and_stays_in_its_folder() throws StoreFailure {
        for (String key : List.of("l/3", "l/1", "l/2", "l/sub/4", "m/1")) {
            store().put(key, bytes(key));
        }

        assertThat(store().list("l/", "")).extracting(StoredObject::key).containsExactly("l/1", "l/2", "l/3");
        assertThat(store().list("l/", "l/2")).extracting(StoredObject::key).containsExactly("l/2", "l/3");
        assertThat(store().list("l/", "l/25")).extracting(StoredObject::key).containsExactly("l/3");
        assertThat(store().list("nowhere/", "")).isEmpty();
    }

    @Test
    default void a_list_goes_on_beyond_a_thousand_keys() throws StoreFailure {
        for (int i = 0; i < 1_005; i++) {
            store().put(String.format("many/%05d", i), bytes("x"));
        }

        assertThat(store().list("many/", "many/00003")).hasSize(1_002);
    }

    @Test
    default void a_deleted_object_is_gone_and_deleting_nothing_is_no_failure() throws StoreFailure {
        store().put("short-lived", bytes("x"));

        store().delete("short-lived");
        store().delete("short-lived");

        assertThatThrownBy(() -> store().get("short-lived")).isInstanceOf(StoreFailure.NotFound.class);
    }

    @Test
    default void keys_with_hive_escapes_keep_their_spelling() throws StoreFailure {
        String key = "silver/bars/symbol=%5EACWI/trade_date=2019-02-15/part 1+2.parquet";
        store().put(key, bytes("x"));

        assertThat(store().get(key)).isEqualTo(bytes("x"));
        assertThat(store().list("silver/bars/symbol=%5EACWI/trade_date=2019-02-15/", ""))
                .extracting(StoredObject::key)
                .containsExactly(key);
        assertThat(store().walk("silver/bars/")).extracting(StoredObject::key).containsExactly(key);
    }

    @Test
    default void a_walk_finds_every_object_below_and_nothing_beside() throws StoreFailure {
        for (String key : List.of("w/b", "w/a/2", "w/a/1/x", "wide/1")) {
            store().put(key, bytes(key));
        }

        assertThat(store().walk("w/")).extracting(StoredObject::key).containsExactly("w/a/1/x", "w/a/2", "w/b");
        assertThat(store().walk("nowhere/")).isEmpty();
    }

    @Test
    default void an_empty_object_is_an_object() throws StoreFailure {
        store().put("empty", new byte[0]);

        assertThat(store().get("empty")).isEmpty();
    }

    @Test
    default void a_store_that_passes_the_contract_passes_the_probe() throws StoreFailure {
        assertThat(new StoreProbe(store()).verdict()).isEqualTo(new StoreProbe.Verdict.Safe());
    }
}
