package dev.marketlake.stream.emit;

import dev.marketlake.events.Fundamentals;
import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.observation.FundamentalsContent;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.observation.Reasons;
import dev.marketlake.topics.Topics;
import java.util.List;

/** Rows of market.fundamentals. */
public final class FundamentalsRows {
    private FundamentalsRows() {}

    /** Sends what was said. @param observedAt microseconds since the epoch, UTC */
    public static void publish(
            Symbol symbol,
            Source source,
            long observedAt,
            FundamentalsContent content,
            Reasons notes,
            Origin origin,
            Effects effects) {
        Fundamentals row = keyed(symbol, source, observedAt, origin);
        row.setName(content.name());
        row.setSector(content.sector());
        row.setCurrency(content.currency());
        row.setMarketCap(content.marketCap());
        row.setPeRatio(content.peRatio());
        row.setEps(content.eps());
        row.setViolations(notes.names());
        effects.emit(new Row(Topics.FUNDAMENTALS, row.getSymbol(), row));
    }

    /** Withdraws a row that consumers hold. */
    public static void withdraw(Symbol symbol, Source source, long observedAt, Origin origin, Effects effects) {
        Fundamentals row = keyed(symbol, source, observedAt, origin);
        row.setDeleted(true);
        effects.emit(new Row(Topics.FUNDAMENTALS, row.getSymbol(), row));
    }

    private static Fundamentals keyed(Symbol symbol, Source source, long observedAt, Origin origin) {
        Fundamentals row = new Fundamentals();
        row.setSymbol(symbol.value());
        row.setObservedAt(Micros.instant(observedAt));
        row.setSource(source.name());
        row.setViolations(List.of());
        row.setLineage(Positions.of(origin));
        return row;
    }
}
