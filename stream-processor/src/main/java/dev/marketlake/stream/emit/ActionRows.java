package dev.marketlake.stream.emit;

import dev.marketlake.events.CorporateAction;
import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.observation.CorporateActionContent;
import dev.marketlake.stream.observation.CorporateActionContent.Dividend;
import dev.marketlake.stream.observation.CorporateActionContent.Split;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.observation.Prices;
import dev.marketlake.stream.observation.Reasons;
import dev.marketlake.topics.Topics;
import java.time.LocalDate;

/** Rows of market.corporate-actions. */
public final class ActionRows {
    private ActionRows() {}

    /** Sends an action as it stands. @param observedAt microseconds since the epoch, UTC */
    public static void publish(
            Symbol symbol,
            LocalDate date,
            Source source,
            CorporateActionContent content,
            long observedAt,
            Reasons notes,
            Origin origin,
            Effects effects) {
        CorporateAction row = new CorporateAction();
        row.setSymbol(symbol.value());
        row.setDate(date);
        row.setKind(content.kind());
        row.setSource(source.name());
        switch (content) {
            case Split split -> {
                row.setSplitTo(split.to());
                row.setSplitFrom(split.from());
            }
            case Dividend dividend -> row.setAmount(Prices.decimal(dividend.amount()));
        }
        row.setViolations(notes.names());
        row.setObservedAt(Micros.instant(observedAt));
        row.setLineage(Positions.of(origin));
        effects.emit(new Row(Topics.CORPORATE_ACTIONS, row.getSymbol(), row));
    }
}
