package dev.marketlake.lake.delta;

/** The log of a table does not reach a version: log expiry has removed it, or it is yet to come. */
public final class VersionGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VersionGone(String folder, long version, Throwable cause) {
        super("table " + folder + " has no version " + version + ", or no longer", cause);
    }
}
