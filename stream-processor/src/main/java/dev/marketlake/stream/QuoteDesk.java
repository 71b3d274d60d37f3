package dev.marketlake.stream;

import dev.marketlake.events.RawQuote;
import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.book.BarBook;
import dev.marketlake.stream.book.FactBook;
import dev.marketlake.stream.book.QuoteBook;
import dev.marketlake.stream.book.TradeMinutes;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.emit.RejectedRows;
import dev.marketlake.stream.intake.Arrival;
import dev.marketlake.stream.intake.Decoded.Readable;
import dev.marketlake.stream.intake.Decoded.Unreadable;
import dev.marketlake.stream.intake.RawDecoding;
import dev.marketlake.stream.ledger.Accounting;
import dev.marketlake.stream.ledger.Disposition;
import dev.marketlake.stream.observation.BarObservation;
import dev.marketlake.stream.observation.CorporateActionObservation;
import dev.marketlake.stream.observation.FundamentalsObservation;
import dev.marketlake.stream.observation.QuoteObservation;
import dev.marketlake.stream.observation.Reason;
import dev.marketlake.stream.observation.Refused;
import dev.marketlake.stream.observation.TradeObservation;
import dev.marketlake.stream.parse.Parsing;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to a raw record: decode, parse, admit (which screens, rolls up, measures and judges), account. A record is taken whole or
 * not at all: a step that fails in a way nobody foresaw rejects the record and leaves the state as it was. Used by one thread.
 */
final class QuoteDesk {
    private static final Logger LOG = LoggerFactory.getLogger(QuoteDesk.class);

    private static final Set<String> SOURCES =
            Arrays.stream(Source.values()).map(Source::name).collect(Collectors.toUnmodifiableSet());
    private static final String KEY_REMEDY = "the record's key is not its symbol: key raw quotes by symbol";

    private final RawDecoding decoding;
    private final Parsing parsing;
    private final BarBook bars;
    private final QuoteBook quotes;
    private final TradeMinutes minutes;
    private final FactBook facts;
    private final Accounting ledger;
    private final StreamMeters meters;

    QuoteDesk(
            RawDecoding decoding,
            Parsing parsing,
            BarBook bars,
            QuoteBook quotes,
            TradeMinutes minutes,
            FactBook facts,
            Accounting ledger,
            StreamMeters meters) {
        this.decoding = decoding;
        this.parsing = parsing;
        this.bars = bars;
        this.quotes = quotes;
        this.minutes = minutes;
        this.facts = facts;
        this.ledger = ledger;
        this.meters = meters;
    }

    /** Takes one raw record; what follows from it is in {@code effects}. One that was taken before changes nothing. */
    void take(Arrival arrival, Effects effects) {
        if (ledger.hasCounted(arrival.origin())) {
            meters.seenBefore();
            return;
        }
        noteSkipped(arrival);
        switch (decoding.decode(arrival)) {
            case Readable readable -> {
                RawQuote quote = readable.quote();
                account(arrival, quote, dispose(arrival, quote, effects));
            }
            case Unreadable unreadable -> account(arrival, null, reject(arrival, null, unreadable.refused(), effects));
        }
    }

    private void noteSkipped(Arrival arrival) {
        long skipped = ledger.skippedBefore(arrival.origin());
        if (skipped > 0) {
            meters.skipped(skipped);
            LOG.warn(
                    "{} offsets before {} were never seen: markers or aborted records of a transactional producer, or records"
                            + " that retention took away first",
                    skipped,
                    arrival.origin());
        }
    }

    /** Sends everything derived that is due, and then what has been counted. */
    void flush(Effects effects) {
        minutes.fold(effects.now(), effects);
        bars.flush(effects.now(), effects);
        ledger.flush(effects);
    }

    /**
     * The same as one of many: after a start, what was stored is gone over little by little. Until then the ledger waits, whose positions say
     * that everything derived is out.
     *
     * @return whether nothing is left to go over or to send
     */
    boolean flushInTurn(Effects effects) {
        minutes.fold(effects.now(), effects);
        return bars.flushInTurn(effects.now(), effects) && ledger.flush(effects);
    }

    private Disposition dispose(Arrival arrival, RawQuote quote, Effects effects) {
        try {
            if (!arrival.isKeyedBy(quote.getSymbol())) {
                return reject(arrival, quote, Refused.because(Reason.KEY_NOT_SYMBOL, KEY_REMEDY), effects);
            }
            return switch (parsing.observation(quote)) {
                case Refused refused -> reject(arrival, quote, refused, effects);
                case BarObservation bar -> bars.take(bar, arrival.origin(), effects.now(), effects);
                case QuoteObservation snapshot -> quotes.take(snapshot, arrival.origin(), effects);
                case TradeObservation trade -> quotes.take(trade, arrival.origin(), effects);
                case FundamentalsObservation said -> take(said, arrival, effects);
                case CorporateActionObservation action ->
                    facts.take(action, arrival.origin(), bars::splitsChanged, effects);
            };
        } catch (KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("Record at {} failed in a way nobody foresaw; it goes to market.rejected", arrival.origin(), e);
            effects.undo();
            reload(quote.getSymbol());
            return reject(arrival, quote, Refused.because(Reason.UNEXPECTED, e.toString()), effects);
        }
    }

    private void reload(String symbol) {
        if (parsing.isSymbol(symbol)) {
            facts.reload(new Symbol(symbol));
        }
        bars.reload(symbol);
    }

    private Disposition take(FundamentalsObservation said, Arrival arrival, Effects effects) {
        Disposition disposition = facts.take(said, arrival.origin(), effects);
        if (disposition != Disposition.BEYOND_DEPTH) {
            bars.judgeFrom(said.symbol(), said.place().observedAt(), effects);
        }
        return disposition;
    }

    private Disposition reject(Arrival arrival, @Nullable RawQuote quote, Refused refused, Effects effects) {
        RejectedRows.publish(arrival, quote, refused, effects);
        meters.rejected(refused);
        return Disposition.REJECTED;
    }

    private void account(Arrival arrival, @Nullable RawQuote quote, Disposition disposition) {
        String source = quote != null && SOURCES.contains(quote.getSource()) ? quote.getSource() : null;
        String symbol = quote != null && parsing.isSymbol(quote.getSymbol()) ? quote.getSymbol() : null;
        ledger.count(arrival.origin(), source, symbol, arrival.timestamp(), disposition);
        meters.record(disposition);
    }
}
