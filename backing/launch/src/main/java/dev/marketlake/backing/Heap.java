package dev.marketlake.backing;

/** The largest heap of a child JVM, in MiB. */
final class Heap {
    private static final int SMALLEST = 64;

    private Heap() {}

    static void require(int megabytes) {
        if (megabytes < SMALLEST) {
            throw new IllegalArgumentException("heapMegabytes must be at least " + SMALLEST + ", not " + megabytes);
        }
    }

    static String flag(int megabytes) {
        return "-Xmx" + megabytes + "m";
    }
}
