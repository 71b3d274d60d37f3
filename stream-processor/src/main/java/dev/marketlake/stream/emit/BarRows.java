package dev.marketlake.stream.emit;

import dev.marketlake.events.Bar;
import dev.marketlake.market.Source;
import dev.marketlake.stream.admit.SeenContent;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.observation.Prices;
import dev.marketlake.stream.series.BarCell;
import dev.marketlake.stream.series.BarSeries;
import dev.marketlake.stream.series.Emission;
import dev.marketlake.stream.series.SeriesKey;
import dev.marketlake.stream.series.StoredBar;
import dev.marketlake.topics.Topics;
import java.util.List;

/** Rows of market.bars: sent where the content of the bar changed, and not otherwise. */
public final class BarRows {
    private BarRows() {}

    /** Sends the bar as it stands. @return whether its content differs from what was sent last */
    public static boolean publish(BarSeries series, BarCell cell, Effects effects) {
        StoredBar stored = cell.stored();
        long hash = hash(series.key(), stored);
        if (hash == stored.row().hash()) {
            return false;
        }
        Bar row = keyed(series.key(), cell, stored.standing().origin());
        fill(row, stored);
        effects.emit(new Row(Topics.BARS, row.getSymbol(), row));
        effects.store(series, cell, stored.withRow(stored.row().then(hash)));
        return true;
    }

    /** Withdraws a row that consumers hold. */
    public static void withdraw(BarSeries series, BarCell cell, long observedAt, Origin origin, Effects effects) {
        StoredBar stored = cell.stored();
        if (!stored.row().stands()) {
            return;
        }
        Bar row = keyed(series.key(), cell, origin);
        row.setDeleted(true);
        row.setObservedAt(Micros.instant(observedAt));
        effects.emit(new Row(Topics.BARS, row.getSymbol(), row));
        effects.store(series, cell, stored.withRow(stored.row().then(Emission.WITHDRAWN)));
    }

    private static Bar keyed(SeriesKey key, BarCell cell, Origin origin) {
        Bar row = new Bar();
        row.setSymbol(key.symbol().value());
        row.setInterval(key.interval().label());
        row.setOpenTime(Micros.instant(cell.openTime()));
        row.setTradeDate(cell.tradeDate());
        row.setSession(cell.session().name());
        row.setSource(cell.stored().standing().source().name());
        row.setPriceBasis(key.basis().name());
        row.setViolations(List.of());
        row.setRevision(cell.stored().row().count());
        row.setLineage(Positions.of(origin));
        return row;
    }

    private static void fill(Bar row, StoredBar stored) {
        BarContent content = stored.standing().content();
        row.setOpen(Prices.decimal(content.open()));
        row.setHigh(Prices.decimal(content.high()));
        row.setLow(Prices.decimal(content.low()));
        row.setClose(Prices.decimal(content.close()));
        row.setVolume(content.hasVolume() ? Long.valueOf(content.volume()) : null);
        row.setChildCount(Source.DERIVED.name().equals(row.getSource()) ? Integer.valueOf(stored.childCount()) : null);
        row.setComplete(stored.complete());
        row.setValid(stored.valid());
        row.setViolations(stored.violations().names());
        row.setObservedAt(Micros.instant(stored.standing().first().observedAt()));
    }

    private static long hash(SeriesKey key, StoredBar stored) {
        SeenContent standing = stored.standing();
        BarContent content = standing.content();
        return new ContentHash()
                .add(standing.source().name())
                .add(content.open())
                .add(content.high())
                .add(content.low())
                .add(content.close())
                .add(content.volume())
                .add(standing.source() == Source.DERIVED ? stored.childCount() : 0L)
                .add(stored.complete())
                .add(stored.violations().bits())
                .add(standing.first().observedAt())
                .value();
    }
}
