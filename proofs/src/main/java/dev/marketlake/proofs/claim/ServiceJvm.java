package dev.marketlake.proofs.claim;

import dev.marketlake.allinone.Home;
import dev.marketlake.allinone.suite.Programs;
import dev.marketlake.backing.GuardedMain;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line once more, in a JVM that has a service's jar and libraries besides, and compiles as for hours of work. It speaks
 * through this one, and ends with it.
 */
public enum ServiceJvm {
    /** With the stream processor's libraries, which win over our own. */
    STREAM_PROCESSOR("stream-processor", List.of()) {
        @Override
        String classPath(String service, String own) {
            return service + File.pathSeparator + own;
        }
    },
    /** With the lake sink's libraries, behind our own. */
    LAKE_SINK("lake-sink", List.of("-Dlogback.configurationFile=dev/marketlake/proofs/sink/laws-logback.xml")) {
        @Override
        String classPath(String service, String own) {
            return own + File.pathSeparator + service;
        }
    };

    /** Tells the program that it runs there. */
    public static final String HERE = "--in-this-jvm";

    private final String module;
    private final List<String> flags;

    ServiceJvm(String module, List<String> flags) {
        this.module = module;
        this.flags = flags;
    }

    abstract String classPath(String service, String own);

    /** Runs a command there. @param arguments as given here @return its exit code */
    public int run(List<String> arguments) {
        var jar = new Programs(Home.find().root()).jar(module);
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("-Xmx768m");
        line.addAll(Programs.EVERY_JVM);
        line.addAll(flags);
        line.addAll(List.of("-cp", classPath(jar.toString(), System.getProperty("java.class.path"))));
        line.addAll(List.of(GuardedMain.class.getName(), "dev.marketlake.allinone.Marketlake"));
        line.addAll(arguments);
        line.add(HERE);
        var program = new ProcessBuilder(line).redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT);
        try {
            return program.start().waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot start " + line.getFirst(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProofFailed("interrupted", interrupted);
        }
    }
}
