package dev.marketlake.lake.sink;

/** What is told of a throwable that nobody expected. */
final class Fault {
    /** As the JVM's own {@code ExitOnOutOfMemoryError} has it. */
    private static final int OUT_OF_MEMORY = 3;

    private Fault() {}

    /**
     * One sentence with the root cause. Does not return where memory ran out: nobody knows what else of this process is broken then, and
     * the log of each table alone knows its position.
     */
    static String of(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof OutOfMemoryError) {
                Runtime.getRuntime().halt(OUT_OF_MEMORY);
            }
        }
        String root = rootOf(thrown);
        return "a fault of the sink itself, see its log: " + thrown
                + (root.equals(thrown.toString()) ? "" : ": " + root);
    }

    /** The innermost cause: its message, and its class where that says more. */
    static String rootOf(Throwable thrown) {
        Throwable root = thrown;
        for (int depth = 0; root.getCause() != null && depth < 50; depth++) {
            root = root.getCause();
        }
        return root.toString();
    }
}
