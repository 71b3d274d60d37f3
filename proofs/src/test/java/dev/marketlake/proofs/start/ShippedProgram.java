package dev.marketlake.proofs.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.allinone.Home;
import dev.marketlake.backing.ChildProcess;
import dev.marketlake.backing.FreePorts;
import dev.marketlake.backing.JavaProgram;
import dev.marketlake.backing.Readiness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One service's executable jar, with a copy of the shipped configuration and an environment of its own. */
record ShippedProgram(JavaProgram program, Path config, int port, Map<String, String> environment) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final List<String> FLAGS = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    static ShippedProgram of(String module, Path folder, Map<String, String> environment) throws IOException {
        var home = Home.find().root();
        var config = Files.createDirectories(folder.resolve("config"));
        for (var name : List.of("topics.yml", "alerts.yml", "lake.yml", "symbols.yml")) {
            Files.copy(home.resolve("config").resolve(name), config.resolve(name));
        }
        try (var jars = Files.newDirectoryStream(home.resolve(module).resolve("target"), module + "-*.jar")) {
            var program = JavaProgram.ofJar(module, jars.iterator().next(), folder.resolve(module + ".log"));
            return new ShippedProgram(program.withJvmFlags(FLAGS), config, FreePorts.pick(), environment);
        }
    }

    ShippedProgram with(String variable, String value) {
        var changed = new HashMap<>(environment);
        changed.put(variable, value);
        return new ShippedProgram(program, config, port, Map.copyOf(changed));
    }

    ShippedProgram without(String variable) {
        var changed = new HashMap<>(environment);
        changed.remove(variable);
        return new ShippedProgram(program, config, port, Map.copyOf(changed));
    }

    Path config(String file) {
        return config.resolve(file);
    }

    /** Everything it has printed. */
    String log() {
        try {
            return Files.readString(program.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when it answers, ready or not. @throws dev.marketlake.backing.StartFailure if it ends instead */
    Running start() {
        var all = new HashMap<>(environment);
        all.put("MARKETLAKE_CONFIG", config.toString());
        all.put("SERVER_PORT", Integer.toString(port));
        var alive = new Readiness.Answers(URI.create(address() + "/actuator/health/liveness"));
        return new Running(this, program.withEnvironment(all).start(alive, PATIENCE));
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }

    record Running(ShippedProgram shipped, ChildProcess process) implements AutoCloseable {
        String log() {
            return shipped.log();
        }

        /** The body of the readiness probe, as soon as it answers 503 and knows about a component. */
        String readinessOnceDown(String component) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create(shipped.address() + "/actuator/health/readiness"))
                    .build();
            try (var http = HttpClient.newHttpClient()) {
                for (var looks = PATIENCE.dividedBy(BETWEEN_LOOKS); looks > 0; looks--) {
                    var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                    if (answer.statusCode() == 503 && answer.body().contains('"' + component + "\":{\"details\":")) {
                        return answer.body();
                    }
                    new CountDownLatch(1).await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
            return assertThat("")
                    .as("readiness never said DOWN for " + component)
                    .isNotEmpty()
                    .actual();
        }

        @Override
        public void close() {
            process.close();
        }
    }
}
