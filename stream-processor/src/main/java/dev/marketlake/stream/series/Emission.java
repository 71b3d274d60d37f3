package dev.marketlake.stream.series;

/**
 * What was last sent to a topic for one row, so that a row is sent again only where its content changed.
 *
 * @param count how often the row was sent; the revision of the next
 * @param hash of the content sent last; {@link #WITHDRAWN} where the row was withdrawn
 */
public record Emission(int count, long hash) {
    /** Hash of a withdrawn row. */
    public static final long WITHDRAWN = 1;

    public static final Emission NEVER = new Emission(0, 0);

    /** Whether consumers hold a row. */
    public boolean stands() {
        return count > 0 && hash != WITHDRAWN;
    }

    public Emission then(long newHash) {
        return new Emission(count + 1, newHash);
    }
}
