package dev.marketlake.stream;

import dev.marketlake.stream.book.BarBook;
import dev.marketlake.stream.book.BookRules;
import dev.marketlake.stream.book.FactBook;
import dev.marketlake.stream.book.QuoteBook;
import dev.marketlake.stream.book.TradeMinutes;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.emit.Row;
import dev.marketlake.stream.intake.RawDecoding;
import dev.marketlake.stream.job.Lane;
import dev.marketlake.stream.job.Lane.Incoming;
import dev.marketlake.stream.ledger.Accounting;
import dev.marketlake.stream.ledger.Ledger;
import dev.marketlake.stream.ledger.NoLedger;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.parse.Parsing;
import dev.marketlake.stream.series.BarSeriesStore;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Hands raw records and the flush timer to the {@link QuoteDesk} of its task, then saves and sends what came of it. Streams may call
 * {@code init} more than once on the same object, each time with restored stores: nothing is carried over. Used by one stream thread.
 */
final class QuoteProcessor implements Processor<byte[], byte[], String, SpecificRecord> {
    private final Parts parts;
    private final Effects effects = new Effects();
    private @Nullable Task task;
    private long barsHeld;

    /**
     * What all tasks share.
     *
     * @param parsing makes one for each task
     */
    record Parts(
            RawDecoding decoding,
            Supplier<Parsing> parsing,
            BookRules rules,
            Lane lane,
            Duration flushInterval,
            StreamMeters meters) {}

    private record Task(
            ProcessorContext<String, SpecificRecord> context, BarSeriesStore store, QuoteDesk desk, FlushPace pace) {}

    QuoteProcessor(Parts parts) {
        this.parts = parts;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> context) {
        BarSeriesStore store = context.getStateStore(MarketTopology.BARS_STORE);
        BookRules rules = parts.rules();
        FactBook facts = new FactBook(
                rules,
                context.getStateStore(MarketTopology.FUNDAMENTALS_STORE),
                context.getStateStore(MarketTopology.ACTIONS_STORE));
        BarBook bars = new BarBook(rules, store, facts.fundamentals(), facts.splits());
        KeyValueStore<Bytes, byte[]> quotes = context.getStateStore(MarketTopology.QUOTES_STORE);
        TradeMinutes minutes = new TradeMinutes(rules, quotes, bars);
        QuoteDesk desk = new QuoteDesk(
                parts.decoding(),
                parts.parsing().get(),
                bars,
                new QuoteBook(rules, quotes, minutes),
                minutes,
                facts,
                accounting(context),
                parts.meters());
        task = new Task(context, store, desk, new FlushPace());
        if (parts.lane().isFlushedByTimer()) {
            context.schedule(parts.flushInterval(), PunctuationType.WALL_CLOCK_TIME, at -> tick());
        }
    }

    private Accounting accounting(ProcessorContext<String, SpecificRecord> context) {
        return parts.lane().isAccountedFor()
                ? new Ledger(context.getStateStore(MarketTopology.LEDGER_STORE))
                : new NoLedger();
    }

    @Override
    public void process(Record<byte[], byte[]> message) {
        Task current = current();
        switch (parts.lane().incoming(message, metadata(current))) {
            case Incoming.Quote quote -> {
                long now = begin(current);
                current.desk().take(quote.arrival(), effects);
                release(current, message.timestamp());
                current.pace().taken(message.timestamp(), now);
            }
            case Incoming.End end -> flush(QuoteDesk::flush);
        }
    }

    @Override
    public void close() {
        held(0);
        task = null;
    }

    private void tick() {
        Task current = current();
        if (current.pace().isDue(current.context().currentSystemTimeMs())) {
            flush((desk, out) -> current.pace().flushed(desk.flushInTurn(out)));
        }
    }

    private void flush(BiConsumer<QuoteDesk, Effects> work) {
        Task current = current();
        parts.meters().flushed(() -> {
            long now = begin(current);
            work.accept(current.desk(), effects);
            release(current, now);
        });
        held(current.store().bars());
    }

    /** @return milliseconds since the epoch, UTC */
    private long begin(Task current) {
        long now = current.context().currentSystemTimeMs();
        effects.begin(parts.lane().clock(now) * Micros.PER_MILLI);
        return now;
    }

    private void release(Task current, long timestamp) {
        effects.release(
                current.store(), row -> parts.lane().outgoing(row).ifPresent(out -> send(current, out, timestamp)));
    }

    private void send(Task current, Row row, long timestamp) {
        current.context().forward(new Record<>(row.key(), row.value(), timestamp), MarketTopology.sink(row.topic()));
        parts.meters().sent(row);
    }

    private static RecordMetadata metadata(Task current) {
        return current.context().recordMetadata().orElseThrow();
    }

    private void held(long bars) {
        parts.meters().held(bars - barsHeld);
        barsHeld = bars;
    }

    private Task current() {
        if (task == null) {
            throw new IllegalStateException("the task is not assigned");
        }
        return task;
    }
}
