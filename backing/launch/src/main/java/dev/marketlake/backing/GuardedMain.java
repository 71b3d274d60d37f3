package dev.marketlake.backing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Runs another main class and leaves when the parent process is gone: {@code GuardedMain <main class> [argument]...}.
 *
 * <p>Standard input must be a pipe that the parent keeps open and never writes to. Its end means that the parent has
 * died, even by SIGKILL: the JVM then exits with its shutdown hooks, and is halted if they take over 20 s. Ctrl-C in a
 * terminal and its hang-up reach a whole process group at once; they are ignored here, so that the parent alone decides
 * in which order its children stop. SIGTERM works as ever.
 */
public final class GuardedMain {
    private static final Duration HOOKS_PATIENCE = Duration.ofSeconds(20);
    private static final int PARENT_GONE = 70;

    private GuardedMain() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        var target = Class.forName(arguments[0]).getMethod("main", String[].class);
        var parent = System.in;
        System.setIn(InputStream.nullInputStream());
        daemon("parent-watch", () -> leaveAfter(parent));
        Signal.handle(new Signal("INT"), SignalHandler.SIG_IGN);
        Signal.handle(new Signal("HUP"), SignalHandler.SIG_IGN);
        try {
            target.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException failed) {
            // As if its main had thrown: a program that has told its failure already sets a handler that stays silent.
            var thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, failed.getCause());
            System.exit(1);
        }
    }

    private static void leaveAfter(InputStream parent) {
        try {
            parent.transferTo(OutputStream.nullOutputStream());
        } catch (IOException broken) {
            System.err.println("the parent's pipe broke: " + broken);
        }
        daemon("parent-watch-halt", GuardedMain::haltLater);
        System.exit(PARENT_GONE);
    }

    private static void haltLater() {
        try {
            new CountDownLatch(1).await(HOOKS_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(PARENT_GONE);
    }

    private static void daemon(String name, Runnable work) {
        Thread.ofPlatform().name(name).daemon().start(work);
    }
}
