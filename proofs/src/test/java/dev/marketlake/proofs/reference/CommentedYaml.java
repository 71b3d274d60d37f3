package dev.marketlake.proofs.reference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads an application.yml with its comments: keys in block style, values and inline maps on the line of their key, comments on lines of
 * their own before the key they are about.
 */
final class CommentedYaml {
    private static final Pattern LINE =
            Pattern.compile("(?<indent> *)(?:# ?(?<comment>.*)|(?<key>[\\w.-]+):(?: (?<value>.*))?)");
    private static final Pattern ENTRY = Pattern.compile("\"\\[(?<key>[^\\]]+)]\": (?<value>[^,}]+)");

    private final List<Entry> entries = new ArrayList<>();
    private final Deque<Level> levels = new ArrayDeque<>();
    private final List<String> comments = new ArrayList<>();
    private String heading = "";

    /**
     * A key.
     *
     * @param name with those above it, dotted
     * @param value as it is written; empty with a section
     * @param comment in one line; empty where there is none
     */
    record Entry(String name, String value, String comment) {}

    private record Level(int indent, String name) {}

    /** @throws IllegalArgumentException naming a line of another form */
    CommentedYaml(String text) {
        for (var line : text.lines().toList()) {
            read(line);
        }
    }

    /** The comment at the top. */
    String heading() {
        return heading;
    }

    List<Entry> entries() {
        return entries;
    }

    private void read(String line) {
        if (line.isBlank()) {
            if (entries.isEmpty()) {
                heading = takeComments();
            }
            return;
        }
        var found = LINE.matcher(line);
        if (!found.matches()) {
            throw new IllegalArgumentException("cannot read the line '" + line + "'");
        }
        var comment = found.group("comment");
        if (comment != null) {
            comments.add(comment.strip());
        } else {
            key(found.group("indent").length(), found.group("key"), found.group("value"));
        }
    }

    private void key(int indent, String key, @Nullable String value) {
        while (!levels.isEmpty() && levels.peek().indent() >= indent) {
            levels.pop();
        }
        var name = levels.isEmpty() ? key : levels.peek().name() + "." + key;
        var comment = takeComments();
        if (value == null) {
            levels.push(new Level(indent, name));
        }
        if (value != null && value.startsWith("{")) {
            ENTRY.matcher(value)
                    .results()
                    .forEach(each ->
                            entries.add(new Entry(name + "." + each.group("key"), each.group("value"), comment)));
        } else {
            entries.add(new Entry(name, value == null ? "" : value, comment));
        }
    }

    private String takeComments() {
        var comment = String.join(" ", comments);
        comments.clear();
        return comment;
    }
}
