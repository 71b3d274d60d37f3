package dev.marketlake.allinone.query;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds which tables of the lake a statement may read, without understanding it: a few too many cost time, one too few
 * would fail the statement. String literals and comments are skipped; {@code bars} alone counts for {@code silver.bars}.
 */
final class NamedTables {
    /** Literals and comments first, so that what looks like a name within them is passed over with them. */
    private static final Pattern TOKEN =
            Pattern.compile("(?s)'[^']*+'|--[^\\n]*+|/\\*.*?\\*/|\"((?:[^\"]++|\"\")*+)\"|([A-Za-z_][A-Za-z0-9_]*+)");

    /** Statements with these words ask for the names of tables. */
    private static final Set<String> CATALOG = Set.of("show", "information_schema", "duckdb_tables", "duckdb_views");

    private NamedTables() {}

    /** Those of {@code known} ({@code layer.name}) that {@code sql} names, in the order of {@code known}. */
    static List<String> in(String sql, Collection<String> known) {
        var words = words(sql);
        if (!Collections.disjoint(words, CATALOG)) {
            return List.copyOf(known);
        }
        return known.stream()
                .filter(table -> words.contains(table.substring(table.indexOf('.') + 1)))
                .toList();
    }

    private static Set<String> words(String sql) {
        var words = new HashSet<String>();
        var tokens = TOKEN.matcher(sql);
        while (tokens.find()) {
            var name = tokens.group(1) == null ? tokens.group(2) : tokens.group(1);
            if (name != null) {
                words.add(name.toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }
}
