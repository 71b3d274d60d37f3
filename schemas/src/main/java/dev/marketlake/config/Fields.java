package dev.marketlake.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * The values of a YAML map by key. What is missing or no value of its type is noted as a mistake where it stands, and reading goes on with
 * a stand-in; {@link #made} then makes nothing of them.
 */
public final class Fields {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private final Node place;
    private final String label;
    private final Mistakes mistakes;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private @Nullable Fields base;
    private boolean sound = true;

    /** What a number may be. */
    public interface Allowed {
        boolean holds(double number);

        /** How a message puts it, for example {@code above 0}. */
        String words();
    }

    private record Field(Node key, Node value, String label) {}

    /** @param label what a mistake in it is about */
    public Fields(MappingNode map, String label, Mistakes mistakes) {
        this.place = map;
        this.label = label;
        this.mistakes = mistakes;
        for (NodeTuple tuple : map.getValue()) {
            Node key = tuple.getKeyNode();
            if (!(key instanceof ScalarNode scalar)) {
                wrong(key, label, "a key is one word");
            } else if (fields.putIfAbsent(scalar.getValue(), new Field(key, tuple.getValueNode(), label)) != null) {
                wrong(key, label, "'" + scalar.getValue() + "' is there twice: take one out");
            }
        }
    }

    /** These values, and those of {@code other} for the keys that are not here. */
    public Fields over(Fields other) {
        base = other;
        sound &= other.sound;
        other.fields.forEach(fields::putIfAbsent);
        return this;
    }

    /** Notes every key that is not known. */
    public void allow(Collection<String> known) {
        fields.forEach((key, field) -> {
            if (!known.contains(key)) {
                String hint = Spelling.hint(key, known);
                wrong(
                        field.key(),
                        field.label(),
                        "'" + key + "' is not known here"
                                + (hint.isEmpty() ? ": use one of " + String.join(" ", known) : hint));
            }
        });
    }

    public boolean has(String key) {
        return fields.containsKey(key);
    }

    /** The node under a key. */
    public Optional<Node> node(String key) {
        return Optional.ofNullable(fields.get(key)).map(Field::value);
    }

    /** A text; null where there is none. */
    public @Nullable String text(String key, String wanted) {
        Field field = fields.get(key);
        if (field == null) {
            Fields home = base == null ? this : base;
            wrong(home.place, home.label, "'" + key + "' is missing: " + wanted);
            return null;
        }
        if (!(field.value() instanceof ScalarNode scalar)) {
            wrong(field.value(), field.label(), key + " holds several values: " + wanted);
            return null;
        }
        if (scalar.getValue().isBlank()) {
            wrong(field.value(), field.label(), key + " is empty: " + wanted);
            return null;
        }
        return scalar.getValue();
    }

    /** A number of a range. */
    public double number(String key, Allowed range) {
        String text = text(key, "write a number " + range.words());
        if (text == null) {
            return Double.NaN;
        }
        double number = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (Double.isNaN(number)) {
            wrong(key, "'" + text + "' is not a number");
        } else if (!range.holds(number)) {
            wrong(key, text + " is not " + range.words());
        }
        return number;
    }

    /** A number of a range, null where the key is not there. */
    public @Nullable Double numberIfAny(String key, Allowed range) {
        return has(key) ? Double.valueOf(number(key, range)) : null;
    }

    /** A duration, zero or more. */
    public Duration duration(String key) {
        String text = text(key, "write a duration such as PT5M for 5 minutes");
        if (text == null) {
            return Duration.ZERO;
        }
        try {
            Duration duration = Duration.parse(text);
            if (duration.isNegative()) {
                wrong(key, text + " is negative");
            }
            return duration;
        } catch (DateTimeParseException e) {
            wrong(key, "'" + text + "' is not a duration: write PT5M for 5 minutes, PT1H for an hour");
            return Duration.ZERO;
        }
    }

    /** One of some values by its name; the first, as a stand-in, where it is none. */
    public <T> T oneOf(String key, Map<String, T> choices) {
        String names = String.join(" ", choices.keySet());
        String text = text(key, "use one of " + names);
        T chosen = text == null ? null : choices.get(text);
        if (chosen != null) {
            return chosen;
        }
        if (text != null) {
            wrong(key, "'" + text + "' is not one of " + names + Spelling.hint(text, choices.keySet()));
        }
        return choices.values().iterator().next();
    }

    /** Notes a mistake in the value of a key that is there. @param text goes on after the key */
    public void wrong(String key, String text) {
        Field field = fields.get(key);
        if (field != null) {
            wrong(field.value(), field.label(), key + " " + text);
        }
    }

    private void wrong(Node node, String about, String text) {
        sound = false;
        mistakes.add(node, about, text);
    }

    /** What is made of the values; empty where one of them is wrong, or where they do not go together, which is noted. */
    public <T> Optional<T> made(Supplier<T> maker) {
        if (!sound) {
            return Optional.empty();
        }
        try {
            return Optional.of(maker.get());
        } catch (InvalidConfig e) {
            wrong(place, label, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
