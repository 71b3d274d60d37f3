package dev.marketlake.allinone.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that is so, and what it rests on.
 *
 * @param what one line
 * @param values by name, in order
 * @param from facts it rests on
 */
public record Fact(String what, Map<String, @Nullable Object> values, List<Fact> from) {
    private static final String INDENT = "  ";

    public Fact {
        values = new LinkedHashMap<>(values);
        from = List.copyOf(from);
    }

    /** For people: what it rests on below it, further to the right. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(what);
        values.forEach((name, value) -> {
            if (value != null) {
                lines.add(INDENT + name + ": " + value);
            }
        });
        from.forEach(fact -> fact.lines().forEach(line -> lines.add(INDENT + line)));
        return lines;
    }
}
