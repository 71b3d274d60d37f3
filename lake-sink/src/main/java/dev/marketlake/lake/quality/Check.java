package dev.marketlake.lake.quality;

/**
 * One expectation of config/quality.yml.
 *
 * @param table what it is about, for example {@code silver.bars}
 * @param name unique within the table
 * @param severity what happens where it does not pass
 * @param filter the rows it is about
 * @param rule what is expected
 */
record Check(String table, String name, Severity severity, Filter filter, Rule rule) {
    @Override
    public String toString() {
        return table + ": " + name;
    }
}
