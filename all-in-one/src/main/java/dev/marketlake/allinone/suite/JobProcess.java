package dev.marketlake.allinone.suite;

import dev.marketlake.backing.FreePorts;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The stream processor as a history job: a process of its own through any number of lives, beside the suite's. Safe for any thread. */
public final class JobProcess implements AutoCloseable {
    private static final String MODULE = "stream-processor";
    private static final String PREFIX = "MARKETLAKE_STREAM_";
    private static final List<String> MEMORY = List.of("-Xmx1g", "-XX:TieredStopAtLevel=1");

    private final Path home;
    private final Path log;
    private final Map<String, String> environment;
    private volatile ServicePart part;
    private volatile String address;

    /**
     * Not started yet.
     *
     * @param home the checkout with the built programs
     * @param config folder of the YAML files
     * @param job settings of the job, by environment variable
     */
    public JobProcess(Path home, Endpoints endpoints, Path config, Path log, Map<String, String> job) {
        this.home = home;
        this.log = log;
        this.environment = Parts.with(PREFIX, job);
        this.environment.putAll(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", endpoints.bootstrapServers(),
                "SCHEMA_REGISTRY_URL", endpoints.registryUrl(),
                "MARKETLAKE_CONFIG", config.toString(),
                "SERVER_ADDRESS", "127.0.0.1"));
        this.address = "";
        this.part = prepared();
    }

    /** Tells what the build of a checkout derives from what another one does. @throws SuiteFailure where it is not built */
    public static String build(Path home) {
        return new Programs(home).build(MODULE);
    }

    /** Settings of the stream processor that this process's environment hands down, by variable. */
    public static SortedMap<String, String> settings() {
        return new TreeMap<>(Parts.with(PREFIX, Map.of()));
    }

    private ServicePart prepared() {
        int port = FreePorts.pick();
        address = "http://127.0.0.1:" + port;
        var life = new HashMap<>(environment);
        life.put("SERVER_PORT", Integer.toString(port));
        var programs = new Programs(home);
        var program = programs.service(MODULE, log, MEMORY).withEnvironment(life);
        var readiness = URI.create(address + "/actuator/health/readiness");
        return new ServicePart(Component.STREAM, program, readiness, programs.stopPatience());
    }

    /** Starts it, or starts it again, and returns when it is ready. @throws SuiteFailure if it does not come up */
    public void start() {
        part.stop();
        part = prepared();
        Launch.start(part);
    }

    public boolean isAlive() {
        return part.isAlive();
    }

    /** Ends it at once (SIGKILL), as a crash would. */
    public void kill() {
        part.kill();
    }

    /** Where its present life answers HTTP. */
    public String address() {
        return address;
    }

    /** Where its log is and how it ends, for a message. */
    public String lastWords() {
        return "the end of " + log + ":\n  " + String.join("\n  ", part.lastLogLines());
    }

    @Override
    public void close() {
        part.stop();
    }
}
