package dev.marketlake.lake.delta;

/**
 * A table, or its bucket, is not there any more, or another one is in its place. Waiting does not bring it back, and to go on writing
 * would leave a log without its beginning. The message says what is missing and what to do.
 */
public final class TableGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private TableGone(String what) {
        super(what + ". Nothing is written. Remedy: put back what was deleted; or restart the sink, which makes the"
                + " table anew and reads what Kafka still has");
    }

    static TableGone table(String folder, long version) {
        return new TableGone("table " + folder + " is gone: the bucket no longer has version " + version
                + " of it, which this sink has seen");
    }

    static TableGone bucket(String bucket, String folder) {
        return new TableGone("bucket " + bucket + " is gone, and table " + folder + " with it");
    }
}
