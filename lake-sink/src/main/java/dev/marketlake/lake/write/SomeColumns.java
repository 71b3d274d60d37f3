package dev.marketlake.lake.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroReadSupport;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.schema.MessageType;

/** Rows of a file with those of some columns that it has, as the file's own schema types them. */
final class SomeColumns extends ParquetReader.Builder<GenericRecord> {
    private final Set<String> names;

    SomeColumns(Set<String> names, byte[] content) {
        super(new MemoryFile.In(content), ParquetFiles.configuration());
        this.names = names;
    }

    @Override
    protected ReadSupport<GenericRecord> getReadSupport() {
        return new AvroReadSupport<>(GenericData.get()) {
            @Override
            public ReadContext init(
                    ParquetConfiguration configuration, Map<String, String> footer, MessageType columns) {
                String schema = onlyOf(names, new Schema.Parser().parse(footer.get(ParquetFiles.WRITTEN_SCHEMA)))
                        .toString();
                configuration.set(AVRO_REQUESTED_PROJECTION, schema);
                configuration.set(ParquetFiles.READ_SCHEMA, schema);
                configuration.setBoolean(AVRO_COMPATIBILITY, false);
                return super.init(configuration, footer, columns);
            }
        };
    }

    /** At least one column, or there would be no rows. */
    private static Schema onlyOf(Set<String> names, Schema schema) {
        List<Schema.Field> fields = new ArrayList<>(schema.getFields().stream()
                .filter(field -> names.contains(field.name()))
                .map(field -> new Schema.Field(field, field.schema()))
                .toList());
        if (fields.isEmpty()) {
            Schema.Field any = schema.getFields().getFirst();
            fields.add(new Schema.Field(any, any.schema()));
        }
        return Schema.createRecord(schema.getName(), null, schema.getNamespace(), false, fields);
    }
}
