package dev.marketlake.lake.table;

import dev.marketlake.events.Bar;
import dev.marketlake.events.RawPosition;
import dev.marketlake.events.RawQuote;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Records as the other services write them. */
public final class Examples {
    public static final String TOPIC_ID = "WqLhMwL5Q2yX3cT0p1kAQA";
    public static final Instant OPEN = Instant.parse("2019-02-15T14:30:00Z");

    private Examples() {}

    public static Bar.Builder bar(String symbol, Instant open, String close) {
        BigDecimal price = new BigDecimal(close).setScale(8, RoundingMode.UNNECESSARY);
        return Bar.newBuilder()
                .setSymbol(symbol)
                .setInterval("1m")
                .setOpenTime(open)
                .setTradeDate(LocalDate.parse("2019-02-15"))
                .setSession("REGULAR")
                .setOpen(price)
                .setHigh(price)
                .setLow(price)
                .setClose(price)
                .setVolume(100L)
                .setSource("ALPHA_VANTAGE")
                .setPriceBasis("RAW")
                .setComplete(true)
                .setValid(true)
                .setViolations(List.of("ZERO_VOLUME"))
                .setDeleted(false)
                .setObservedAt(open.plusSeconds(90))
                .setRevision(0)
                .setLineage(new RawPosition("rawTopicIdrawTopicIdxx", 1, 42L));
    }

    public static RawQuote raw(String symbol, int sequence) {
        return RawQuote.newBuilder()
                .setSource("FINNHUB")
                .setFeed("QUOTE")
                .setSymbol(symbol)
                .setInterval(null)
                .setPayload("{\"symbol\":\"" + symbol + "\"}")
                .setObservedAt(OPEN)
                .setRequestId("8f7c1d1e-0000-4000-8000-000000000000")
                .setSequence(sequence)
                .build();
    }

    /** The record as the sink sees it: decoded with the schema it was written with. */
    public static GenericRecord generic(SpecificRecord record) {
        try {
            return new GenericDatumReader<GenericRecord>(record.getSchema())
                    .read(null, DecoderFactory.get().binaryDecoder(bytes(record), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Avro's binary form, bare. */
    public static byte[] bytes(SpecificRecord record) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new SpecificDatumWriter<>(record.getSchema()).write(record, encoder);
            encoder.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Arrival arrival(GenericRecord value, int partition, long offset) {
        return new Arrival(TOPIC_ID, record("topic", partition, offset, new byte[100]), value, null);
    }

    public static Arrival arrival(SpecificRecord value, long offset) {
        return arrival(generic(value), 0, offset);
    }

    public static ConsumerRecord<byte[], byte[]> record(String topic, int partition, long offset, byte[] value) {
        return new ConsumerRecord<>(
                topic,
                partition,
                offset,
                Instant.parse("2026-11-20T23:59:59.999Z").toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                4,
                value.length,
                "AAPL".getBytes(StandardCharsets.UTF_8),
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
