package dev.marketlake.stream.emit;

import dev.marketlake.events.Trade;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.observation.Prices;
import dev.marketlake.stream.observation.QuoteContent;
import dev.marketlake.stream.observation.QuoteObservation;
import dev.marketlake.topics.Topics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of market.trades for quote snapshots. */
public final class TradeRows {
    private static final String QUOTE = "QUOTE";

    private TradeRows() {}

    /** Sends a snapshot. @param tradeId its identity */
    public static void publish(
            String tradeId, QuoteObservation quote, LocalDate tradeDate, Origin origin, Effects effects) {
        QuoteContent content = quote.content();
        Trade row = new Trade();
        row.setTradeId(tradeId);
        row.setKind(QUOTE);
        row.setSource(quote.source().name());
        row.setSymbol(quote.symbol().value());
        row.setTradeDate(tradeDate);
        row.setProviderTime(Micros.instant(quote.providerTime()));
        row.setPrice(Prices.decimal(content.price()));
        row.setConditions(List.of());
        row.setDayOpen(optional(content.dayOpen()));
        row.setDayHigh(optional(content.dayHigh()));
        row.setDayLow(optional(content.dayLow()));
        row.setPreviousClose(optional(content.previousClose()));
        row.setValid(quote.notes().valid());
        row.setViolations(quote.notes().names());
        row.setObservedAt(Micros.instant(quote.place().observedAt()));
        row.setLineage(Positions.of(origin));
        effects.emit(new Row(Topics.TRADES, row.getSymbol(), row));
    }

    private static @Nullable BigDecimal optional(long price) {
        return price == QuoteContent.NONE ? null : Prices.decimal(price);
    }
}
