package dev.marketlake.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own. */
class SimulatorProgramTest {
    @TempDir
    Path folder;

    @Test
    void says_ready_with_its_url_serves_and_ends_on_sigterm() throws Exception {
        Process program = start("--port=0");
        try (BufferedReader out = program.inputReader(StandardCharsets.UTF_8)) {
            String ready = out.readLine();
            assertThat(ready).startsWith("READY market-simulator http://127.0.0.1:");
            URI health = URI.create(ready.split(" ")[2] + "/health");
            try (HttpClient http = HttpClient.newHttpClient()) {
                assertThat(http.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(200);
            }
            program.toHandle().destroy();
            assertThat(program.waitFor(5, TimeUnit.SECONDS)).isTrue();
            assertThat(out.readLine()).isNull();
        } finally {
            program.destroyForcibly();
        }
    }

    @Test
    void what_cannot_be_used_is_one_line_and_exit_code_2() throws Exception {
        assertOneLine("setting 'bogus' is not known", "--bogus=1");
        assertOneLine("recorded folder", "--port=0", "--recorded=" + folder.resolve("nowhere"));
    }

    @Test
    void exports_a_folder_that_it_can_replay() throws Exception {
        Process export = start(
                "--symbols=AAPL,UGA",
                "--synthetic.thin-symbols=UGA",
                "--export-dir=" + folder,
                "--from=2026-11-16",
                "--to=2026-11-17");
        assertThat(export.waitFor()).isZero();
        assertThat(folder.resolve("UGA.csv.gz")).exists();
        try (Caller caller = Caller.at("2026-11-21T12:00:00Z", "recorded", folder.toString())) {
            for (String symbol : List.of("AAPL", "UGA")) {
                RecordedRows.assertSame(
                        caller.intraday(symbol, "&outputsize=full").get("Time Series (1min)"),
                        folder.resolve(symbol + ".csv.gz"));
            }
        }
    }

    private static void assertOneLine(String message, String... arguments) throws Exception {
        Process program = start(arguments);
        try (BufferedReader errors = program.errorReader(StandardCharsets.UTF_8)) {
            List<String> lines = errors.lines().toList();
            assertThat(lines).hasSize(1);
            assertThat(lines.getFirst()).startsWith("market-simulator: ").contains(message);
        }
        assertThat(program.waitFor()).isEqualTo(2);
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorProgram.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("SIMULATOR_") || name.startsWith("SERVER_"));
        return builder.start();
    }
}
