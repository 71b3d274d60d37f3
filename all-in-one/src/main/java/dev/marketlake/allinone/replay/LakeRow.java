package dev.marketlake.allinone.replay;

import dev.marketlake.events.RawPosition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the lake, by column; a wrong name or type is a bug here. */
record LakeRow(List<String> columns, List<@Nullable Object> values) {
    private Object get(String column) {
        int index = columns.indexOf(column);
        var value = index < 0 ? null : values.get(index);
        if (value == null) {
            throw new IllegalStateException("no " + column + " in a row of " + columns);
        }
        return value;
    }

    String text(String column) {
        return get(column).toString();
    }

    Instant instant(String column) {
        return (Instant) get(column);
    }

    LocalDate date(String column) {
        return (LocalDate) get(column);
    }

    double real(String column) {
        return ((Number) get(column)).doubleValue();
    }

    int whole(String column) {
        return ((Number) get(column)).intValue();
    }

    RawPosition lineage() {
        return new RawPosition(text("raw_topic_id"), whole("raw_partition"), ((Number) get("raw_offset")).longValue());
    }
}
