package dev.marketlake.stream;

import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * A store that holds nothing and says that it lasts. Streams writes its process id down only for a topology with such a store; and only
 * under the same process id, which is part of its transactional id, does a process that comes back after a crash end the transaction it
 * left open at once. Under a new one it would wait for the broker to give that transaction up.
 */
final class LastingProcessId implements StateStore {
    private static final String NAME = "lasting-process-id";

    private boolean open;

    /** Makes one for each task; never logged, never cached. */
    record Builder() implements StoreBuilder<LastingProcessId> {
        @Override
        public LastingProcessId build() {
            return new LastingProcessId();
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }

        @Override
        public StoreBuilder<LastingProcessId> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<LastingProcessId> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<LastingProcessId> withLoggingEnabled(Map<String, String> config) {
            throw new UnsupportedOperationException("there is nothing to log");
        }

        @Override
        public StoreBuilder<LastingProcessId> withLoggingDisabled() {
            return this;
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> {});
        open = true;
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean persistent() {
        return true;
    }

    @Override
    public boolean isOpen() {
        return open;
    }
}
