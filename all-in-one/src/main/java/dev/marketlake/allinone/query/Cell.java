package dev.marketlake.allinone.query;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import org.jspecify.annotations.Nullable;

/** A value of a result in plain Java: text, number, boolean, {@link java.time} in UTC, list, map. Bytes become base64 text. */
final class Cell {
    private Cell() {}

    static @Nullable Object of(@Nullable Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case OffsetDateTime time -> time.toInstant();
            case Timestamp time -> time.toLocalDateTime().toInstant(ZoneOffset.UTC);
            case Array array -> list(array);
            case DuckDBStruct struct -> map(struct.getMap());
            case Map<?, ?> map -> map(map);
            case Blob blob -> Base64.getEncoder().encodeToString(blob.getBytes(1, (int) blob.length()));
            case byte[] bytes -> Base64.getEncoder().encodeToString(bytes);
            default -> value;
        };
    }

    /** As it stands in a table or in CSV; an instant ends in Z. */
    static String text(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    }

    private static List<@Nullable Object> list(Array array) throws SQLException {
        var list = new ArrayList<@Nullable Object>();
        for (Object element : (Object[]) array.getArray()) {
            list.add(of(element));
        }
        return list;
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> map) throws SQLException {
        var copy = new LinkedHashMap<String, @Nullable Object>();
        for (var entry : map.entrySet()) {
            copy.put(String.valueOf(entry.getKey()), of(entry.getValue()));
        }
        return copy;
    }
}
