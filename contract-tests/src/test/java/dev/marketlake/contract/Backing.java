package dev.marketlake.contract;

import dev.marketlake.backing.Broker;
import dev.marketlake.backing.BrokerSettings;
import dev.marketlake.backing.SchemaRegistry;
import dev.marketlake.backing.SchemaRegistrySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One broker and one registry for all tests of this module, started when first asked for. */
record Backing(Broker broker, SchemaRegistry registry) implements AutoCloseable {

    static Backing start() {
        try {
            Path dir = Files.createDirectories(Path.of("target/backing"));
            Path fresh = Files.createTempDirectory(dir, "run");
            return new Backing(
                    Broker.start(BrokerSettings.in(fresh.resolve("broker")).withHeapMegabytes(256)),
                    SchemaRegistry.start(SchemaRegistrySettings.in(fresh.resolve("registry"))));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Map<String, Object> adminConfig() {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }

    Map<String, Object> registryConfig() {
        return Map.of("schema.registry.url", registry.url(), "http.read.timeout.ms", 60_000);
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
    }

    /** Hands it to tests that take a {@code Backing}. */
    static final class Provider implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Backing.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Backing.class))
                    .computeIfAbsent("backing", key -> Backing.start(), Backing.class);
        }
    }
}
