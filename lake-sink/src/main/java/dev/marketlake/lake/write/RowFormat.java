package dev.marketlake.lake.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.avro.AvroSchemaConverter;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** How packed rows of one schema become files: what is the same for each of them, made once. Does not change. */
public final class RowFormat {
    private final Schema schema;
    private final MessageType columns;
    private final Map<String, String> footer;
    private final PackedColumns packed;

    private RowFormat(Schema schema) {
        this.schema = schema;
        this.columns = new AvroSchemaConverter(ParquetFiles.configuration()).convert(schema);
        this.footer = Map.of(ParquetFiles.WRITTEN_SCHEMA, schema.toString());
        this.packed = PackedColumns.of(schema);
    }

    /** @throws IllegalArgumentException where a field is of a type that no column can have */
    public static RowFormat of(Schema schema) {
        return new RowFormat(schema);
    }

    public Schema schema() {
        return schema;
    }

    /** Of a file of such rows. */
    Builder writer(OutputFile file) {
        return new Builder(file);
    }

    final class Builder extends ParquetWriter.Builder<PackedRow, Builder> {
        private Builder(OutputFile file) {
            super(file);
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<PackedRow> getWriteSupport(Configuration configuration) {
            return new Rows();
        }

        @Override
        protected WriteSupport<PackedRow> getWriteSupport(ParquetConfiguration configuration) {
            return new Rows();
        }
    }

    private final class Rows extends WriteSupport<PackedRow> {
        private PackedColumns.@Nullable Way way;

        @Override
        public String getName() {
            return "avro";
        }

        @Override
        public WriteContext init(Configuration configuration) {
            return new WriteContext(columns, footer);
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(columns, footer);
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            way = new PackedColumns.Way(consumer);
        }

        @Override
        public void write(PackedRow row) {
            if (way == null) {
                throw new IllegalStateException("not prepared");
            }
            try {
                packed.write(row, way);
            } catch (IOException e) {
                throw new UncheckedIOException("a packed row does not fit its schema", e);
            }
        }
    }
}
