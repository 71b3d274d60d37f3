package dev.marketlake.stream.emit;

import dev.marketlake.events.Trade;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.observation.Observation;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.observation.Prices;
import dev.marketlake.stream.observation.QuoteContent;
import dev.marketlake.stream.observation.QuoteObservation;
import dev.marketlake.stream.observation.TradeContent;
import dev.marketlake.stream.observation.TradeObservation;
import dev.marketlake.topics.Topics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of market.trades: trades and quote snapshots. */
public final class TradeRows {
    private static final String QUOTE = "QUOTE";
    private static final String TRADE = "TRADE";

    private TradeRows() {}

    /** Sends a snapshot. @param tradeId its identity */
    public static void publish(
            String tradeId, QuoteObservation quote, LocalDate tradeDate, Origin origin, Effects effects) {
        QuoteContent content = quote.content();
        Trade row = row(tradeId, QUOTE, quote, tradeDate, origin);
        row.setProviderTime(Micros.instant(quote.providerTime()));
        row.setPrice(Prices.decimal(content.price()));
        row.setConditions(List.of());
        row.setDayOpen(optional(content.dayOpen()));
        row.setDayHigh(optional(content.dayHigh()));
        row.setDayLow(optional(content.dayLow()));
        row.setPreviousClose(optional(content.previousClose()));
        effects.emit(new Row(Topics.TRADES, row.getSymbol(), row));
    }

    /** Sends a trade. @param tradeId its identity */
    public static void publish(
            String tradeId, TradeObservation trade, LocalDate tradeDate, Origin origin, Effects effects) {
        TradeContent content = trade.content();
        Trade row = row(tradeId, TRADE, trade, tradeDate, origin);
        row.setProviderTime(Micros.instant(trade.providerTime()));
        row.setPrice(Prices.decimal(content.price()));
        row.setSize(content.size() == BarContent.NO_VOLUME ? null : Long.valueOf(content.size()));
        row.setConditions(content.conditions());
        effects.emit(new Row(Topics.TRADES, row.getSymbol(), row));
    }

    private static Trade row(String tradeId, String kind, Observation observation, LocalDate tradeDate, Origin origin) {
        Trade row = new Trade();
        row.setTradeId(tradeId);
        row.setKind(kind);
        row.setSource(observation.source().name());
        row.setSymbol(observation.symbol().value());
        row.setTradeDate(tradeDate);
        row.setValid(observation.notes().valid());
        row.setViolations(observation.notes().names());
        row.setObservedAt(Micros.instant(observation.place().observedAt()));
        row.setLineage(Positions.of(origin));
        return row;
    }

    private static @Nullable BigDecimal optional(long price) {
        return price == QuoteContent.NONE ? null : Prices.decimal(price);
    }
}
