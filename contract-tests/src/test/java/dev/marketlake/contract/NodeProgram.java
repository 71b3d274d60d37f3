package dev.marketlake.contract;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The JavaScript of {@code src/test/node}, installed into {@code target/node}. */
final class NodeProgram {
    private static final Path SOURCES = Path.of("src/test/node");
    private static final Path FOLDER = Path.of("target/node");
    private static final Pattern UNREACHABLE = Pattern.compile(
            "ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|ENOTCACHED|E40[134]|E5\\d\\d|socket hang up");
    private static final int MINUTES = 5;
    private static final int TOO_SLOW = Integer.MIN_VALUE;

    private NodeProgram() {}

    /** Installs it before anything else of the test class is started. */
    static final class Installed implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
            install();
        }
    }

    /** Installs what the lock file names, once; aborts the test where node, npm or the npm registry is not there. */
    private static void install() throws IOException, InterruptedException {
        assumeTrue(isThere("node") && isThere("npm"), "skipped: node and npm are needed, and not on the PATH");
        Path done = FOLDER.resolve("installed.json");
        if (Files.exists(done) && Files.mismatch(done, SOURCES.resolve("package-lock.json")) == -1) {
            copySources();
            return;
        }
        Files.createDirectories(FOLDER);
        copySources();
        Run npm = run(
                Map.of(),
                List.of(
                        "npm",
                        "ci",
                        "--ignore-scripts",
                        "--no-audit",
                        "--no-fund",
                        "--fetch-retries=1",
                        "--fetch-timeout=20000"));
        if (npm.exitCode() == TOO_SLOW) {
            abort("skipped: the npm registry took longer than " + MINUTES + " min\n" + npm.output());
        }
        if (npm.exitCode() != 0 && UNREACHABLE.matcher(npm.output()).find()) {
            abort("skipped: the npm registry cannot be reached\n" + npm.output());
        }
        npm.requireSuccess();
        Files.copy(SOURCES.resolve("package-lock.json"), done, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Runs {@code contract.mjs} and returns the lines it printed. */
    static List<String> contract(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of("node", "contract.mjs"), Stream.of(arguments))
                .toList();
        Run node = run(environment, command);
        node.requireSuccess();
        return node.output().lines().filter(line -> line.startsWith("{")).toList();
    }

    private record Run(List<String> command, int exitCode, String output) {
        void requireSuccess() {
            if (exitCode != 0) {
                throw new AssertionError(command + " ended with " + exitCode + ":\n" + output);
            }
        }
    }

    private static Run run(Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(FOLDER, command.getFirst(), ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return new Run(command, TOO_SLOW, Files.readString(output));
        }
        return new Run(command, process.exitValue(), Files.readString(output));
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void copySources() throws IOException {
        for (String name : List.of("package.json", "package-lock.json", "contract.mjs")) {
            Files.copy(SOURCES.resolve(name), FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
