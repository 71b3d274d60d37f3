package dev.marketlake.lake.sink;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.store.StoreProbe.Verdict;
import dev.marketlake.lake.table.LakeTable;
import dev.marketlake.lake.table.Tables;
import dev.marketlake.lake.write.ParquetFiles;
import dev.marketlake.reach.Reach;
import dev.marketlake.serde.RegistryReach;
import dev.marketlake.topics.TopicSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All tables together. Starting waits, for ever if need be, for broker, registry and store, then runs one thread per table. What waiting
 * cannot mend shows as a halted state of every table. Safe for any thread.
 */
public final class LakeSink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LakeSink.class);

    private final Broker broker;
    private final RegistryReach registry;
    private final Lake lake;
    private final SinkFactory factory;
    private final TopicSettings topics;
    private final Duration retry;
    private final Duration patience;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, TableSink> sinks = new LinkedHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private SinkState before = new SinkState.Waiting("starting", Instant.EPOCH);

    /** @param retry wait between two tries at start @param patience how long closing waits for the last commits */
    public LakeSink(
            Broker broker,
            RegistryReach registry,
            Lake lake,
            SinkFactory factory,
            TopicSettings topics,
            Duration retry,
            Duration patience) {
        this.broker = broker;
        this.registry = registry;
        this.lake = lake;
        this.factory = factory;
        this.topics = topics;
        this.retry = retry;
        this.patience = patience;
    }

    /** Begins to start; returns at once. */
    public void start() {
        Thread.ofPlatform().name("lake-start").daemon(true).start(this::prepare);
    }

    private void prepare() {
        try {
            ParquetFiles.prove().ifPresent(trouble -> {
                throw new InvalidConfig(trouble);
            });
            while (!ready()) {
                if (closing.await(retry.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            run();
        } catch (InvalidConfig e) {
            halt(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("the sink could not start", e);
            halt("a fault of the sink itself, see its log: " + e);
        }
    }

    private boolean ready() {
        if (broker.look() instanceof Reach.Unreached down) {
            return waiting(down.reason());
        }
        if (registry.look() instanceof Reach.Unreached down) {
            return waiting(down.reason());
        }
        try {
            broker.ensureTopics(topics);
            if (lake.prove() instanceof Verdict.Unsafe unsafe) {
                throw new InvalidConfig(unsafe.reason());
            }
            return true;
        } catch (KafkaException | StoreFailure e) {
            return waiting(String.valueOf(e.getMessage()));
        }
    }

    private synchronized boolean waiting(String reason) {
        LOG.warn("waiting to start: {}", reason);
        before = new SinkState.Waiting(reason, Instant.EPOCH);
        return false;
    }

    private synchronized void halt(String reason) {
        LOG.error("nothing is written: {}", reason);
        before = new SinkState.Halted(reason);
    }

    private synchronized void run() {
        if (closing.getCount() == 0) {
            return;
        }
        for (LakeTable table : Tables.all()) {
            TableSink sink = factory.sink(table);
            sinks.put(table.name(), sink);
            threads.add(Thread.ofPlatform().name("sink-" + table.name()).start(sink));
        }
        LOG.info("{} tables are fed", sinks.size());
    }

    /** How every table is doing, Bronze first. */
    synchronized List<TableStatus> statuses() {
        return Tables.all().stream()
                .map(table -> {
                    TableSink sink = sinks.get(table.name());
                    return sink == null ? TableStatus.unknown(table.name()).in(before) : sink.status();
                })
                .toList();
    }

    /** Whether this process reads the first partition of a table's topic: of several sinks one does. */
    public boolean readsFirstOf(LakeTable table) {
        return statuses().stream()
                .filter(status -> status.table().equals(table.name()))
                .flatMap(status -> status.partitions().stream())
                .anyMatch(partition -> partition.source().partition().partition() == 0);
    }

    /** Tables that are not fed right now, with the reason; empty where all are. */
    public Map<String, String> troubles() {
        Map<String, String> troubles = new LinkedHashMap<>();
        for (TableStatus status : statuses()) {
            switch (status.state()) {
                case SinkState.Running running -> {}
                case SinkState.Held held -> {}
                case SinkState.Waiting waiting -> troubles.put(status.table(), "waits: " + waiting.reason());
                case SinkState.Halted halted -> troubles.put(status.table(), "halted: " + halted.reason());
            }
        }
        return troubles;
    }

    /** Stops reading, commits what was read, and returns when that is done or the patience is over. */
    @Override
    public void close() {
        closing.countDown();
        List<Thread> running;
        synchronized (this) {
            sinks.values().forEach(TableSink::stop);
            running = List.copyOf(threads);
        }
        try {
            long deadline = System.nanoTime() + patience.toNanos();
            for (Thread thread : running) {
                thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        factory.close();
        broker.close();
    }
}
