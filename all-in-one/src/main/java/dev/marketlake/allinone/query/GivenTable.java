package dev.marketlake.allinone.query;

/**
 * A table as a statement sees it.
 *
 * @param only condition in SQL on its rows; empty for all
 */
public record GivenTable(LiveTable table, String only) {
    public static GivenTable whole(LiveTable table) {
        return new GivenTable(table, "");
    }
}
