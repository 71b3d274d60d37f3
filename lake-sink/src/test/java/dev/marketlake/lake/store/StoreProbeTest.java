package dev.marketlake.lake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.lake.store.StoreProbe.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoreProbeTest {

    @Test
    void a_good_store_is_safe_and_left_as_it_was() throws StoreFailure {
        MemoryObjectStore store = new MemoryObjectStore();

        assertThat(new StoreProbe(store).verdict()).isInstanceOf(Verdict.Safe.class);

        assertThat(store.keys()).isEmpty();
    }

    @Test
    void a_store_that_ignores_if_none_match_is_refused() throws StoreFailure {
        ObjectStore careless = new MemoryObjectStore() {
            @Override
            public void putIfAbsent(String key, byte[] content) throws StoreFailure {
                put(key, content);
            }
        };

        assertThat(new StoreProbe(careless).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Unsafe.class,
                        unsafe -> assertThat(unsafe.reason()).contains("If-None-Match"));
    }

    @Test
    void a_store_that_answers_412_and_overwrites_all_the_same_is_refused() throws StoreFailure {
        ObjectStore liar = new MemoryObjectStore() {
            @Override
            public void putIfAbsent(String key, byte[] content) throws StoreFailure {
                byte[] before = objects.put(key, content);
                if (before != null) {
                    throw new StoreFailure.AlreadyExists(key);
                }
            }
        };

        assertThat(new StoreProbe(liar).verdict()).isInstanceOf(Verdict.Unsafe.class);
    }

    @Test
    void a_store_that_lists_without_order_is_refused() throws StoreFailure {
        ObjectStore unordered = new MemoryObjectStore() {
            @Override
            public List<StoredObject> list(String prefix, String from) throws StoreFailure {
                return super.list(prefix, from).reversed();
            }
        };

        assertThat(new StoreProbe(unordered).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Unsafe.class,
                        unsafe -> assertThat(unsafe.reason()).contains("lists"));
    }

    @Test
    void a_store_that_does_not_answer_is_neither_safe_nor_unsafe() {
        ObjectStore silent = new MemoryObjectStore() {
            @Override
            public byte[] get(String key) throws StoreFailure {
                throw new StoreFailure.Unavailable("no answer", null);
            }
        };

        assertThatThrownBy(() -> new StoreProbe(silent).verdict()).isInstanceOf(StoreFailure.Unavailable.class);
    }
}
