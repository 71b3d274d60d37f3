package dev.marketlake.proofs.sink;

import dev.marketlake.lake.store.FaultyProxy;
import dev.marketlake.lake.store.FaultyProxy.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.function.BiFunction;

/** How a sink comes to its store. Safe for any thread. */
abstract sealed class WayToStore implements AutoCloseable {

    /** Straight to it. */
    static WayToStore direct(URI store) {
        return new Direct(store);
    }

    /** Through a network of its own, in which requests meet what they are to meet. */
    static WayToStore proxied(URI store) {
        return new Proxied(store);
    }

    /** Where the sink believes the store to be. */
    abstract URI endpoint();

    /**
     * What happens to requests from now on; may take its time to say.
     *
     * @throws IllegalStateException where nothing lies between the sink and its store
     */
    abstract void meet(BiFunction<String, String, Fault> weather);

    @Override
    public abstract void close();

    private static final class Direct extends WayToStore {
        private final URI store;

        Direct(URI store) {
            this.store = store;
        }

        @Override
        URI endpoint() {
            return store;
        }

        @Override
        void meet(BiFunction<String, String, Fault> weather) {
            throw new IllegalStateException("nothing lies between this sink and its store");
        }

        @Override
        public void close() {}
    }

    private static final class Proxied extends WayToStore {
        private final FaultyProxy proxy;
        private volatile BiFunction<String, String, Fault> weather = (method, path) -> Fault.NONE;

        Proxied(URI store) {
            try {
                this.proxy = FaultyProxy.before(store, (method, path) -> weather.apply(method, path));
            } catch (IOException failure) {
                throw new UncheckedIOException("no way to " + store, failure);
            }
        }

        @Override
        URI endpoint() {
            return proxy.endpoint();
        }

        @Override
        void meet(BiFunction<String, String, Fault> next) {
            weather = next;
        }

        @Override
        public void close() {
            try {
                proxy.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
