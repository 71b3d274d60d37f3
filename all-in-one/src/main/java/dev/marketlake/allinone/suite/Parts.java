package dev.marketlake.allinone.suite;

import dev.marketlake.backing.Broker;
import dev.marketlake.backing.BrokerSettings;
import dev.marketlake.backing.JavaProgram;
import dev.marketlake.backing.ObjectStore;
import dev.marketlake.backing.ObjectStoreSettings;
import dev.marketlake.backing.SchemaRegistry;
import dev.marketlake.backing.SchemaRegistrySettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lays out every component of a suite: program, memory, environment, log, sign of readiness. */
final class Parts {
    /** Settings of a service that the suite decides itself, under whatever spelling. */
    private static final Set<String> DECIDED = Set.of("CONFIG", "STATEDIR");

    /**
     * A young generation that holds what is under way between two flushes; and less inlining than usual, which halves what a cold start
     * spends in the compiler.
     */
    private static final List<String> STREAM_FLAGS = List.of(
            "-Xmx704m", "-Xmn256m", "-XX:MaxInlineLevel=9", "-XX:FreqInlineSize=150", "-XX:InlineSmallCode=1200");

    /** One compiler, as the broker has: while everything starts, the second would take the stream processor's time. */
    private static final List<String> SINK_FLAGS = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1");

    /** Both: what is learned with the first alone keeps a JVM that has both from ever using the second. */
    private static final List<String> LEARNING_SINK_FLAGS = List.of("-Xmx512m");

    private final SuiteSettings settings;
    private final DataFolder folder;
    private final Ports ports;
    private final Endpoints endpoints;
    private final MarketPlan plan;
    private final Programs programs;

    Parts(SuiteSettings settings, Ports ports, MarketPlan plan) {
        this.settings = settings;
        this.folder = settings.folder();
        this.ports = ports;
        this.endpoints = Endpoints.on(ports);
        this.plan = plan;
        this.programs = new Programs(settings.home(), settings.quickStarts());
    }

    List<Part> all() {
        var parts = new ArrayList<Part>(List.of(broker(), registry(), store()));
        plan.simulator().ifPresent(arguments -> parts.add(simulator(arguments)));
        parts.addAll(List.of(ingest(), stream(), sink()));
        return List.copyOf(parts);
    }

    private Part broker() {
        var broker = BrokerSettings.in(folder.broker()).onPorts(ports.of(Port.BROKER), ports.of(Port.CONTROLLER));
        return new BackingPart(
                Component.BROKER, folder.broker().resolve("logs/broker.log"), () -> Broker.start(broker));
    }

    private Part registry() {
        var registry = SchemaRegistrySettings.in(folder.registry())
                .onPorts(ports.of(Port.REGISTRY), ports.of(Port.REGISTRY_HEALTH));
        return new BackingPart(
                Component.REGISTRY,
                folder.registry().resolve("logs/schema-registry.log"),
                () -> SchemaRegistry.start(registry));
    }

    private Part store() {
        var store = ObjectStoreSettings.in(folder.store())
                .onPort(ports.of(Port.STORE))
                .withCredentials(folder.credentials());
        return new BackingPart(
                Component.STORE, folder.store().resolve("logs/object-store.log"), () -> ObjectStore.start(store));
    }

    private Part simulator(List<String> arguments) {
        var component = Component.SIMULATOR;
        var program = programs.simulator(folder.log(component)).withArguments(arguments);
        var health = URI.create(endpoints.simulator() + "/health");
        return new ServicePart(component, program, health, programs.stopPatience());
    }

    private Part ingest() {
        var program = programs.service(
                "ingest-service", folder.log(Component.INGEST), List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
        return service(Component.INGEST, Port.INGEST, program, plan.ingest());
    }

    private Part stream() {
        var program = programs.service("stream-processor", folder.log(Component.STREAM), STREAM_FLAGS);
        return service(
                Component.STREAM,
                Port.STREAM,
                program,
                with(
                        "MARKETLAKE_STREAM_",
                        Map.of("MARKETLAKE_STREAM_STATE_DIR", folder.streams().toString())));
    }

    private Part sink() {
        var flags = settings.quickStarts() == QuickStarts.LEARNED ? LEARNING_SINK_FLAGS : SINK_FLAGS;
        var program = programs.service("lake-sink", folder.log(Component.SINK), flags);
        var credentials = folder.credentials();
        return service(
                Component.SINK,
                Port.SINK,
                program,
                with(
                        "MARKETLAKE_SINK_",
                        Map.of(
                                "S3_ENDPOINT", endpoints.store(),
                                "S3_ACCESS_KEY", credentials.accessKey(),
                                "S3_SECRET_KEY", credentials.secretKey(),
                                "MARKETLAKE_BUCKET", settings.bucket())));
    }

    /** A service's settings of this process's environment, and over them what the suite decides itself. */
    static Map<String, String> with(String prefix, Map<String, String> own) {
        var environment = new HashMap<String, String>();
        System.getenv().forEach((name, value) -> {
            if (name.startsWith(prefix)
                    && !DECIDED.contains(name.substring(prefix.length()).replace("_", ""))) {
                environment.put(name, value);
            }
        });
        environment.putAll(own);
        return environment;
    }

    private Part service(Component component, Port port, JavaProgram program, Map<String, String> own) {
        var environment = new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", endpoints.bootstrapServers(),
                "SCHEMA_REGISTRY_URL", endpoints.registryUrl(),
                "MARKETLAKE_CONFIG", plan.config().toString(),
                "SERVER_ADDRESS", "127.0.0.1",
                "SERVER_PORT", Integer.toString(ports.of(port))));
        environment.putAll(own);
        var readiness = URI.create(endpoints.of(component) + "/actuator/health/readiness");
        return new ServicePart(component, program.withEnvironment(environment), readiness, programs.stopPatience());
    }
}
