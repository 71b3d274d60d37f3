package dev.marketlake.lake.quality;

import dev.marketlake.events.CheckResult;
import dev.marketlake.lake.content.AvroRow;
import dev.marketlake.lake.content.Row;
import dev.marketlake.lake.delta.Partition;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A row that is kept out of its table, whole. */
final class SetAside {
    private static final JsonMapper JSON = JsonMapper.shared();

    private SetAside() {}

    static CheckResult result(Check check, GenericRecord row, Partition partition, String version, Instant now) {
        Row values = new AvroRow(row, partition.values());
        String place = values.value("kafka_topic_id") + "-" + values.value("kafka_partition") + "@"
                + values.value("kafka_offset");
        return CheckResult.newBuilder()
                .setResultId(check.table() + "|" + place)
                .setTable(check.table())
                .setCheck(check.name())
                .setSeverity(check.severity().name())
                .setOutcome("SET_ASIDE")
                .setMessage("the row of record " + place + " is kept out of " + check.table())
                .setSamples(List.of())
                .setHolds(List.of())
                .setRow(json(row, partition))
                .setConfigVersion(version)
                .setCheckedAt(now)
                .build();
    }

    private static String json(GenericRecord row, Partition partition) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>(partition.values());
        Row values = new AvroRow(row, Map.of());
        for (Schema.Field field : row.getSchema().getFields()) {
            columns.put(field.name(), plain(values.value(field.name())));
        }
        return JSON.writeValueAsString(columns);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Number number -> number;
            case Boolean flag -> flag;
            case ByteBuffer bytes -> Base64.getEncoder().encodeToString(bytes(bytes));
            case List<?> list ->
                new ArrayList<>(list.stream().map(String::valueOf).toList());
            default -> value.toString();
        };
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
