package dev.marketlake.proofs.sink;

import dev.marketlake.allinone.Home;
import dev.marketlake.allinone.suite.Programs;
import dev.marketlake.backing.ChildProcess;
import dev.marketlake.backing.FreePorts;
import dev.marketlake.backing.Readiness;
import dev.marketlake.lake.store.FaultyProxy.Fault;
import dev.marketlake.proofs.claim.ProofFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A lake sink as it is shipped, with a way of its own to the store. Safe for any thread. */
final class SinkProcess implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofMinutes(4);
    /** As shipped. */
    private static final Duration STORE_TIMEOUT = Duration.ofSeconds(30);

    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(20);

    private final String name;
    private final String address;
    private final WayToStore way;
    private final ChildProcess process;
    private final HttpClient http = HttpClient.newHttpClient();

    private SinkProcess(String name, String address, WayToStore way, ChildProcess process) {
        this.name = name;
        this.address = address;
        this.way = way;
        this.process = process;
    }

    /** Starts one, and returns when it feeds its tables. */
    static SinkProcess start(Home home, SinkGround ground, String name, Duration session, Path log) {
        return start(home, ground, name, session, log, "readiness", WayToStore.proxied(store(ground)), STORE_TIMEOUT);
    }

    /** Starts one that waits so long for an answer of its store, and returns when it feeds its tables. */
    static SinkProcess startPatient(
            Home home, SinkGround ground, String name, Duration session, Path log, Duration storeTimeout) {
        return start(home, ground, name, session, log, "readiness", WayToStore.proxied(store(ground)), storeTimeout);
    }

    /** Starts one with nothing between it and its store, and returns when it feeds its tables. */
    static SinkProcess startDirect(Home home, SinkGround ground, String name, Duration session, Path log) {
        return start(home, ground, name, session, log, "readiness", WayToStore.direct(store(ground)), STORE_TIMEOUT);
    }

    /** Starts one, and returns when it is up, whether it feeds its tables or not. */
    static SinkProcess startAnyhow(Home home, SinkGround ground, String name, Duration session, Path log) {
        return start(home, ground, name, session, log, "liveness", WayToStore.proxied(store(ground)), STORE_TIMEOUT);
    }

    private static URI store(SinkGround ground) {
        return URI.create(ground.store().endpoint());
    }

    private static SinkProcess start(
            Home home,
            SinkGround ground,
            String name,
            Duration session,
            Path log,
            String health,
            WayToStore way,
            Duration storeTimeout) {
        int port = FreePorts.pick();
        var address = "http://127.0.0.1:" + port;
        Map<String, String> settings = new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", ground.broker().bootstrapServers(),
                "SCHEMA_REGISTRY_URL", ground.registry().url(),
                "MARKETLAKE_CONFIG", ground.config().toString(),
                "MARKETLAKE_SINK_SESSIONTIMEOUT", session.toMillis() + "ms",
                "S3_ENDPOINT", way.endpoint().toString(),
                "S3_ACCESS_KEY", ground.store().accessKey(),
                "S3_SECRET_KEY", ground.store().secretKey(),
                "MARKETLAKE_BUCKET", ground.bucket().bucket(),
                "SERVER_ADDRESS", "127.0.0.1",
                "SERVER_PORT", Integer.toString(port)));
        settings.put("MARKETLAKE_STORE_TIMEOUT", storeTimeout.toMillis() + "ms");
        var process = new Programs(home.root())
                .service("lake-sink", log, List.of("-Xmx512m"))
                .withEnvironment(settings)
                .start(new Readiness.Answers(URI.create(address + "/actuator/health/" + health)), START_PATIENCE);
        return new SinkProcess(name, address, way, process);
    }

    /** What happens to its requests to the store from now on; may take its time to say. */
    void meets(BiFunction<String, String, Fault> weather) {
        way.meet(weather);
    }

    /** Stands still from now on, as after SIGSTOP: not a thread of it moves. */
    void freeze() {
        signal("-STOP");
    }

    void thaw() {
        signal("-CONT");
    }

    private void signal(String which) {
        try {
            int code = new ProcessBuilder("kill", which, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new ProofFailed("kill " + which + " of the sink " + name + " ended with " + code);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("no program kill", failure);
        } catch (InterruptedException interrupted) {
            throw given(interrupted);
        }
    }

    /** Kafka partitions of a table's topic that it reads right now; none where it does not answer. */
    Set<Integer> partitions(String table) {
        Set<Integer> read = new TreeSet<>();
        for (JsonNode one : JsonMapper.shared().readTree(get("/api/tables", "[]"))) {
            if (one.get("table").asString().equals(table)) {
                for (JsonNode partition : one.get("partitions")) {
                    if (partition.get("position").asLong() >= 0) {
                        read.add(partition.get("partition").asInt());
                    }
                }
            }
        }
        return read;
    }

    /** Why nothing goes into a table any more; empty where that is not so, or it does not answer. */
    Optional<String> halted(String table) {
        for (JsonNode one : JsonMapper.shared().readTree(get("/api/tables", "[]"))) {
            if (one.get("table").asString().equals(table)
                    && one.get("state").asString().equals("HALTED")) {
                return Optional.of(one.get("message").asString());
            }
        }
        return Optional.empty();
    }

    /** Batches of a table it dropped because another writer was faster. */
    long conflicts(String table) {
        return (long) metric("marketlake_sink_conflicts_total", table);
    }

    /** What a metric of a table, or of its folder, says; 0 where it says nothing. */
    double metric(String name, String table) {
        return get("/actuator/prometheus", "")
                .lines()
                .filter(line -> line.startsWith(name + "{") && line.contains(table))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** What its readiness says right now. */
    boolean isReady() {
        try {
            return http.send(request("/actuator/health/readiness"), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException silent) {
            return false;
        } catch (InterruptedException interrupted) {
            throw given(interrupted);
        }
    }

    private String get(String path, String otherwise) {
        try {
            return http.send(request(path), BodyHandlers.ofString()).body();
        } catch (IOException silent) {
            return otherwise;
        } catch (InterruptedException interrupted) {
            throw given(interrupted);
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(ANSWER_PATIENCE)
                .build();
    }

    private static ProofFailed given(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new ProofFailed("interrupted", interrupted);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String lastWords() {
        return "the end of " + process.log() + ":\n  " + String.join("\n  ", process.lastLogLines());
    }

    /** At once: it may stand still. */
    @Override
    public void close() {
        process.kill();
        way.close();
    }
}
