package dev.marketlake.lake.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Rows to Parquet files and back, all in memory. Zstandard, three-level lists, prices as {@code fixed(8) decimal(18,8)}. */
public final class ParquetFiles {
    /** Texts that hardly repeat: a dictionary would be built and thrown away. */
    private static final Set<String> DISTINCT = Set.of("payload", "message", "request_id", "trade_id", "alert_id");

    private ParquetFiles() {}

    /** Whether files can be compressed on this machine: empty where they can, else what is wrong and the remedy. */
    public static Optional<String> prove() {
        return ZstdCodec.prove();
    }

    /** Writes at least one row, all of {@code schema}. */
    public static EncodedFile encode(Schema schema, Iterable<GenericRecord> rows) {
        MemoryFile.Out file = new MemoryFile.Out();
        ZstdCodec codec = new ZstdCodec();
        long count = 0;
        try (ParquetWriter<GenericRecord> writer = writer(file, schema, codec)) {
            for (GenericRecord row : rows) {
                writer.write(row);
                count++;
            }
            writer.close();
            return new EncodedFile(file.content(), count, FooterRanges.of(writer.getFooter()));
        } catch (IOException e) {
            throw new UncheckedIOException("rows could not be written as Parquet", e);
        } finally {
            codec.release();
        }
    }

    /** Reads every row as {@code schema}: a column that the file lacks is null, maps are sorted by key. */
    public static List<GenericRecord> decode(Schema schema, byte[] content) {
        List<GenericRecord> rows = new ArrayList<>();
        try (ParquetRows all = ParquetRows.open(schema, content)) {
            all.forEachRemaining(rows::add);
        }
        return rows;
    }

    private static ParquetWriter<GenericRecord> writer(MemoryFile.Out file, Schema schema, ZstdCodec codec)
            throws IOException {
        ParquetConfiguration configuration = new PlainParquetConfiguration();
        configuration.setBoolean(AvroWriteSupport.WRITE_OLD_LIST_STRUCTURE, false);
        var builder = AvroParquetWriter.<GenericRecord>builder(file)
                .withSchema(schema)
                .withDataModel(GenericData.get())
                .withConf(configuration)
                .withCodecFactory(codec)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withDictionaryEncoding(false);
        for (Schema.Field field : schema.getFields()) {
            if (isOf(Schema.Type.STRING, field.schema()) && !DISTINCT.contains(field.name())) {
                builder.withDictionaryEncoding(field.name(), true);
            }
        }
        return builder.build();
    }

    static boolean isOf(Schema.Type wanted, Schema type) {
        return type.isUnion()
                ? type.getTypes().stream().anyMatch(part -> isOf(wanted, part))
                : type.getType() == wanted;
    }
}
