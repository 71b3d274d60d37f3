package dev.marketlake.allinone.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A column type in Delta's words as one in DuckDB's: {@code array[string]} is {@code VARCHAR[]}. */
final class DuckType {
    private static final Pattern FIELD =
            Pattern.compile("StructField\\(name=([^,]+),type=(.*),nullable=.*", Pattern.DOTALL);

    private DuckType() {}

    /** @throws IllegalArgumentException for a type that no table of ours has */
    static String of(String delta) {
        var type = delta.strip();
        if (type.regionMatches(true, 0, "decimal(", 0, "decimal(".length())) {
            return type.toUpperCase(Locale.ROOT);
        }
        if (type.startsWith("array[")) {
            return of(inside(type)) + "[]";
        }
        if (type.startsWith("map[")) {
            var sides = split(inside(type));
            return "MAP(" + of(sides.getFirst()) + ", " + of(sides.getLast()) + ")";
        }
        if (type.startsWith("struct(")) {
            return split(inside(type)).stream().map(DuckType::field).collect(Collectors.joining(", ", "STRUCT(", ")"));
        }
        return plain(type);
    }

    private static String plain(String type) {
        return switch (type) {
            case "string" -> "VARCHAR";
            case "boolean" -> "BOOLEAN";
            case "byte" -> "TINYINT";
            case "short" -> "SMALLINT";
            case "integer" -> "INTEGER";
            case "long" -> "BIGINT";
            case "float" -> "FLOAT";
            case "double" -> "DOUBLE";
            case "binary" -> "BLOB";
            case "date" -> "DATE";
            case "timestamp" -> "TIMESTAMPTZ";
            case "timestamp_ntz" -> "TIMESTAMP";
            default -> throw new IllegalArgumentException("no column has the type " + type);
        };
    }

    private static String field(String text) {
        var field = FIELD.matcher(text);
        if (!field.matches()) {
            throw new IllegalArgumentException("no column has the field " + text);
        }
        return '"' + field.group(1) + "\" " + of(field.group(2));
    }

    private static String inside(String type) {
        return type.substring(type.indexOf(type.startsWith("struct") ? '(' : '[') + 1, type.length() - 1);
    }

    /** Parts between the commas that no bracket encloses. */
    private static List<String> split(String text) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        parts.add(text.substring(from).strip());
        return parts;
    }
}
