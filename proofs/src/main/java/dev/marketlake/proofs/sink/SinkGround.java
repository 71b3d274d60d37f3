package dev.marketlake.proofs.sink;

import dev.marketlake.allinone.Home;
import dev.marketlake.backing.Broker;
import dev.marketlake.backing.BrokerSettings;
import dev.marketlake.backing.ObjectStore;
import dev.marketlake.backing.ObjectStoreSettings;
import dev.marketlake.backing.SchemaRegistry;
import dev.marketlake.backing.SchemaRegistrySettings;
import dev.marketlake.lake.store.StoreSettings;
import dev.marketlake.topics.TopicCreation;
import dev.marketlake.topics.TopicSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** What sinks stand on: a broker with the topics, a registry and a store, and a configuration, by itself one under which tables are committed every second. */
record SinkGround(Broker broker, SchemaRegistry registry, ObjectStore store, Path config) implements AutoCloseable {
    private static final String BUCKET = "market-lake";
    private static final String FLUSHES = """
            flush:
              append: {rows: 100000, megabytes: 16, age: PT1S}
              upsert: {rows: 50000, megabytes: 8, age: PT1S}
            """;

    /** Starts it all. @param work empty folder */
    static SinkGround start(Home home, Path work) {
        return start(home, work, FLUSHES);
    }

    /** The same with another {@code lake.yml}. */
    static SinkGround start(Home home, Path work, String lake) {
        var ground = new SinkGround(
                Broker.start(BrokerSettings.in(work.resolve("broker"))),
                SchemaRegistry.start(SchemaRegistrySettings.in(work.resolve("registry"))),
                ObjectStore.start(ObjectStoreSettings.in(work.resolve("store"))),
                work.resolve("config"));
        try (var admin = Admin.create(Map.of("bootstrap.servers", ground.broker.bootstrapServers()))) {
            Files.createDirectories(ground.config);
            Files.copy(home.config().resolve("topics.yml"), ground.config.resolve("topics.yml"));
            Files.writeString(ground.config.resolve("lake.yml"), lake);
            TopicCreation.ensure(admin, TopicSettings.read(ground.config.resolve("topics.yml")));
            return ground;
        } catch (IOException failure) {
            ground.close();
            throw new UncheckedIOException("cannot write " + ground.config, failure);
        } catch (RuntimeException failure) {
            ground.close();
            throw failure;
        }
    }

    /** Has sinks that are started from now on go by another {@code lake.yml}: by the one with short flushes, and what is given. */
    void configure(String more) {
        try {
            Files.writeString(config.resolve("lake.yml"), FLUSHES + more);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + config, failure);
        }
    }

    StoreSettings bucket() {
        return StoreSettings.of(
                URI.create(store.endpoint()), store.accessKey(), store.secretKey(), "us-east-1", BUCKET);
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
        store.close();
    }
}
