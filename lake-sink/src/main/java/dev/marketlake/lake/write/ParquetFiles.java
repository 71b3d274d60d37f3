package dev.marketlake.lake.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/** Rows to Parquet files and back, all in memory. Zstandard, three-level lists, prices as {@code fixed(8) decimal(18,8)}. */
public final class ParquetFiles {
    /** Texts that hardly repeat: a dictionary would be built and thrown away. */
    private static final Set<String> DISTINCT = Set.of("payload", "message", "request_id", "trade_id", "alert_id");

    static final String READ_SCHEMA = "parquet.avro.read.schema";
    static final String WRITTEN_SCHEMA = "parquet.avro.schema";

    private ParquetFiles() {}

    /** Whether files can be compressed on this machine: empty where they can, else what is wrong and the remedy. */
    public static Optional<String> prove() {
        return ZstdCodec.prove();
    }

    /** Writes at least one row, all of {@code schema}. */
    public static EncodedFile encode(Schema schema, Iterable<GenericRecord> rows) {
        return encode(
                schema,
                file -> AvroParquetWriter.<GenericRecord>builder(file)
                        .withSchema(schema)
                        .withDataModel(GenericData.get()),
                rows);
    }

    /** Writes at least one row: the very file that the same rows give as objects, without making them. */
    public static EncodedFile encode(RowFormat format, Iterable<PackedRow> rows) {
        return encode(format.schema(), format::writer, rows);
    }

    private static <R, B extends ParquetWriter.Builder<R, B>> EncodedFile encode(
            Schema schema, Function<OutputFile, B> kind, Iterable<R> rows) {
        MemoryFile.Out file = new MemoryFile.Out();
        ZstdCodec codec = new ZstdCodec();
        long count = 0;
        try (ParquetWriter<R> writer = built(kind.apply(file), schema, codec)) {
            for (R row : rows) {
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

    /** Reads every row with those of some columns that the file has, as the file's own schema types them. */
    public static List<GenericRecord> columns(Set<String> names, byte[] content) {
        ZstdCodec codec = new ZstdCodec();
        List<GenericRecord> rows = new ArrayList<>();
        try (ParquetReader<GenericRecord> reader =
                new SomeColumns(names, content).withCodecFactory(codec).build()) {
            for (GenericRecord row = reader.read(); row != null; row = reader.read()) {
                rows.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("not a Parquet file of the lake", e);
        } finally {
            codec.release();
        }
        return rows;
    }

    /** Lists of three levels. */
    static ParquetConfiguration configuration() {
        ParquetConfiguration configuration = new PlainParquetConfiguration();
        configuration.setBoolean(AvroWriteSupport.WRITE_OLD_LIST_STRUCTURE, false);
        return configuration;
    }

    private static <R, B extends ParquetWriter.Builder<R, B>> ParquetWriter<R> built(
            B builder, Schema schema, ZstdCodec codec) throws IOException {
        builder.withConf(configuration())
                .withCodecFactory(codec)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withSizeStatisticsEnabled(false)
                .withDictionaryEncoding(false);
        for (Schema.Field field : schema.getFields()) {
            if (isOf(Schema.Type.STRING, field.schema())) {
                // Least and greatest text cost an eighth of all encoding, and nobody asks for a range of them.
                builder.withStatisticsEnabled(field.name(), false);
                builder.withDictionaryEncoding(field.name(), !DISTINCT.contains(field.name()));
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
