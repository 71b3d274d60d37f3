package dev.marketlake.stream.book;

import dev.marketlake.config.Watchlist;
import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.observation.QuoteContent;
import dev.marketlake.stream.observation.QuoteObservation;
import dev.marketlake.stream.observation.TradeContent;
import dev.marketlake.stream.observation.TradeObservation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;

/**
 * Identity of a quote snapshot or a trade, ordered by provider time within its symbol and source.
 *
 * <pre>
 *   symbol|source|   UTF-8; of trades symbol|source|TRADE|
 *   provider time    8 bytes, microseconds, big-endian
 *   digest           16 bytes of SHA-256 over the content
 * </pre>
 */
final class QuoteKey {
    private static final String TRADE = "|TRADE|";
    private static final int DIGEST = 16;
    private static final int TAIL = Long.BYTES + DIGEST;

    private final String series;
    private final long providerTime;
    private final byte[] digest;

    private QuoteKey(String series, long providerTime, byte[] digest) {
        this.series = series;
        this.providerTime = providerTime;
        this.digest = digest;
    }

    static QuoteKey of(QuoteObservation quote) {
        QuoteContent content = quote.content();
        byte[] figures = ByteBuffer.allocate(5 * Long.BYTES)
                .putLong(content.price())
                .putLong(content.dayOpen())
                .putLong(content.dayHigh())
                .putLong(content.dayLow())
                .putLong(content.previousClose())
                .array();
        return new QuoteKey(quote.symbol() + "|" + quote.source() + "|", quote.providerTime(), sha256(figures));
    }

    static QuoteKey of(TradeObservation trade) {
        TradeContent content = trade.content();
        byte[] conditions = String.join("\n", content.conditions()).getBytes(StandardCharsets.UTF_8);
        byte[] figures = ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES + conditions.length)
                .putLong(content.price())
                .putLong(content.size())
                .putInt(content.ordinal())
                .put(conditions)
                .array();
        return new QuoteKey(trades(trade.symbol(), trade.source()), trade.providerTime(), sha256(figures));
    }

    /** Least key of a source's trades at a time, microseconds since the epoch, UTC. */
    static Bytes ofTrades(Symbol symbol, Source source, long time) {
        return new QuoteKey(trades(symbol, source), time, new byte[DIGEST]).bytes();
    }

    private static String trades(Symbol symbol, Source source) {
        return symbol + "|" + source + TRADE;
    }

    static QuoteKey of(Bytes key) {
        byte[] bytes = key.get();
        int series = bytes.length - TAIL;
        return new QuoteKey(
                new String(bytes, 0, series, StandardCharsets.UTF_8),
                ByteBuffer.wrap(bytes).getLong(series),
                Arrays.copyOfRange(bytes, series + Long.BYTES, bytes.length));
    }

    /** Symbol and source, as one text. */
    String series() {
        return series;
    }

    Symbol symbol() {
        return new Symbol(series.substring(0, series.indexOf('|')));
    }

    /** When the provider says it was, microseconds since the epoch, UTC. */
    long providerTime() {
        return providerTime;
    }

    boolean isTrade() {
        return series.endsWith(TRADE);
    }

    /** Hands on the series and its trade date where the symbol is still followed. */
    void ifFollowed(Watchlist watchlist, BiConsumer<String, LocalDate> action) {
        watchlist
                .calendar(symbol())
                .ifPresent(calendar -> action.accept(series, calendar.localDate(Micros.instant(providerTime))));
    }

    Bytes bytes() {
        byte[] prefix = series.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(prefix.length + TAIL)
                .put(prefix)
                .putLong(providerTime)
                .put(digest)
                .array());
    }

    /** Least key of this series at a provider time. */
    Bytes at(long time) {
        return new QuoteKey(series, time, new byte[DIGEST]).bytes();
    }

    /** The id of the row: 32 hexadecimal digits. */
    String tradeId() {
        return HexFormat.of().formatHex(sha256(bytes().get()));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
