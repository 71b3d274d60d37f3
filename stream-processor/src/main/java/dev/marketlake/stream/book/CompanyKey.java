package dev.marketlake.stream.book;

import dev.marketlake.config.Watchlist;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.observation.FundamentalsObservation;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.observation.Place;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;

/**
 * Where something was said of a company, in the order of places within its series: symbol, source and answer.
 *
 * <pre>
 *   symbol|source|answer|   UTF-8
 *   observedAt              8 bytes, microseconds, big-endian, its sign bit turned so that bytes sort as numbers
 *   requestId               UTF-8
 *   sequence                4 bytes, big-endian
 * </pre>
 */
record CompanyKey(String series, long observedAt, String requestId, int sequence) {
    private static final int PARTS = 3;

    static CompanyKey of(FundamentalsObservation said) {
        Place place = said.place();
        String series = said.symbol() + "|" + said.source() + "|" + said.answer() + "|";
        return new CompanyKey(series, place.observedAt(), place.requestId(), place.sequence());
    }

    static CompanyKey of(Bytes key) {
        byte[] bytes = key.get();
        int series = 0;
        for (int separators = 0; separators < PARTS; series++) {
            separators += bytes[series] == '|' ? 1 : 0;
        }
        int request = series + Long.BYTES;
        int sequence = bytes.length - Integer.BYTES;
        ByteBuffer numbers = ByteBuffer.wrap(bytes);
        return new CompanyKey(
                new String(bytes, 0, series, StandardCharsets.UTF_8),
                numbers.getLong(series) ^ Long.MIN_VALUE,
                new String(bytes, request, sequence - request, StandardCharsets.UTF_8),
                numbers.getInt(sequence));
    }

    Bytes bytes() {
        byte[] prefix = series.getBytes(StandardCharsets.UTF_8);
        byte[] request = requestId.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(prefix.length + Long.BYTES + request.length + Integer.BYTES)
                .put(prefix)
                .putLong(observedAt ^ Long.MIN_VALUE)
                .put(request)
                .putInt(sequence)
                .array());
    }

    /** A key before all of the series that were observed at {@code time} or later. */
    CompanyKey at(long time) {
        return new CompanyKey(series, time, "", 0);
    }

    /** Hands on the series and the date of the observation where the symbol is still followed. */
    void ifFollowed(Watchlist watchlist, BiConsumer<String, LocalDate> action) {
        Symbol symbol = new Symbol(series.substring(0, series.indexOf('|')));
        watchlist
                .calendar(symbol)
                .ifPresent(calendar -> action.accept(series, calendar.localDate(Micros.instant(observedAt))));
    }
}
