package dev.marketlake.backing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * A Java program that can be started, any number of times, as a child of this JVM and on the same Java.
 *
 * @param name for messages and thread names
 * @param classPath as on a command line: folders, jars, {@code folder/*}
 * @param mainClass its {@code main} runs behind {@link GuardedMain}
 * @param environment in full: of this JVM's own variables only PATH, HOME, LANG, TZ and TMPDIR are handed down, so that
 *     no secret reaches a program it was not meant for
 * @param log gets standard output and error, appended; its folder is made
 */
public record JavaProgram(
        String name,
        List<String> classPath,
        String mainClass,
        List<String> jvmFlags,
        List<String> arguments,
        Map<String, String> environment,
        Path log) {
    private static final int OLDEST_JAVA = 25;

    public JavaProgram {
        classPath = List.copyOf(classPath);
        jvmFlags = List.copyOf(jvmFlags);
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
        log = log.toAbsolutePath();
        if (name.isBlank()) {
            throw new IllegalArgumentException("a program needs a name");
        }
        if (classPath.isEmpty()) {
            throw new IllegalArgumentException(name + " needs a class path");
        }
    }

    public static JavaProgram ofClass(String name, List<String> classPath, String mainClass, Path log) {
        return new JavaProgram(name, classPath, mainClass, List.of(), List.of(), Map.of(), log);
    }

    /** What {@code java -jar} would run, Spring Boot's and Quarkus's jars included. */
    public static JavaProgram ofJar(String name, Path jar, Path log) {
        return ofClass(name, List.of(jar.toAbsolutePath().toString()), mainClassOf(jar), log);
    }

    public JavaProgram withJvmFlags(List<String> flags) {
        return new JavaProgram(name, classPath, mainClass, flags, arguments, environment, log);
    }

    public JavaProgram withArguments(List<String> values) {
        return new JavaProgram(name, classPath, mainClass, jvmFlags, values, environment, log);
    }

    public JavaProgram withEnvironment(Map<String, String> variables) {
        return new JavaProgram(name, classPath, mainClass, jvmFlags, arguments, variables, log);
    }

    /**
     * Starts it and waits until it is ready. The child ends with this JVM, however this JVM ends.
     *
     * @throws StartFailure if it exits first, or is not ready in time; it is killed then
     */
    public ChildProcess start(Readiness readiness, Duration within) {
        return ChildProcess.start(this, readiness, within);
    }

    List<String> command() {
        if (Runtime.version().feature() < OLDEST_JAVA) {
            throw new IllegalStateException(
                    name + " needs Java " + OLDEST_JAVA + " or later, this is " + Runtime.version());
        }
        var everything = new ArrayList<String>();
        everything.add(guardClassPath());
        everything.addAll(classPath);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmFlags);
        command.add("-cp");
        command.add(String.join(File.pathSeparator, everything));
        command.add(GuardedMain.class.getName());
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    private static String guardClassPath() {
        var own = GuardedMain.class.getProtectionDomain().getCodeSource().getLocation();
        return own.getProtocol().equals("file")
                ? Path.of(URI.create(own.toString())).toString()
                : Installation.find().guardClassPath();
    }

    private static String mainClassOf(Path jar) {
        try (var file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest();
            var main = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
            if (main == null) {
                throw new IllegalArgumentException(jar + " names no Main-Class");
            }
            return main;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + jar, failure);
        }
    }
}
