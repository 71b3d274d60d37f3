package dev.marketlake.stream.emit;

import dev.marketlake.events.Performance;
import dev.marketlake.stream.admit.SeenContent;
import dev.marketlake.stream.measure.daily.DailyReadings;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.observation.Prices;
import dev.marketlake.stream.series.BarCell;
import dev.marketlake.stream.series.BarSeries;
import dev.marketlake.stream.series.Emission;
import dev.marketlake.stream.series.StoredBar;
import dev.marketlake.topics.Topics;

/** Rows of market.performance: sent where any content column changed, and not otherwise. What was sent is stored with the derived day. */
public final class PerformanceRows {
    private PerformanceRows() {}

    /** Sends the readings of a day where they differ from what was sent last. @param counts the bar that counts for the day */
    public static void publish(
            BarSeries days, BarCell day, SeenContent counts, DailyReadings readings, Effects effects) {
        StoredBar stored = day.stored();
        long close = counts.content().close();
        long hash = hash(close, readings);
        if (hash == stored.readings().hash()) {
            return;
        }
        Performance row = keyed(days, day, counts.origin());
        row.setClose(Prices.decimal(close));
        fill(row, readings);
        effects.emit(new Row(Topics.PERFORMANCE, row.getSymbol(), row));
        effects.store(days, day, stored.withReadings(stored.readings().then(hash)));
    }

    /** Withdraws the row of a day that no bar counts for any more, where consumers hold one. @param last the bar that counted last */
    public static void withdraw(BarSeries days, BarCell day, SeenContent last, Effects effects) {
        StoredBar stored = day.stored();
        if (!stored.readings().stands()) {
            return;
        }
        Performance row = keyed(days, day, last.origin());
        row.setDeleted(true);
        row.setObservedAt(Micros.instant(last.first().observedAt()));
        effects.emit(new Row(Topics.PERFORMANCE, row.getSymbol(), row));
        effects.store(days, day, stored.withReadings(stored.readings().then(Emission.WITHDRAWN)));
    }

    private static Performance keyed(BarSeries days, BarCell day, Origin origin) {
        Performance row = new Performance();
        row.setSymbol(days.key().symbol().value());
        row.setTradeDate(day.tradeDate());
        row.setOpenTime(Micros.instant(day.openTime()));
        row.setRevision(day.stored().readings().count());
        row.setLineage(Positions.of(origin));
        return row;
    }

    private static void fill(Performance row, DailyReadings readings) {
        row.setAvg7d(readings.avg7d());
        row.setAvg30d(readings.avg30d());
        row.setAvg90d(readings.avg90d());
        row.setReturn1d(readings.return1d());
        row.setReturn7d(readings.return7d());
        row.setReturn30d(readings.return30d());
        row.setReturnYtd(readings.returnYtd());
        row.setVolatility20d(readings.volatility20d());
        row.setVolatilityScore(readings.volatilityScore());
        row.setDrawdown(readings.drawdown());
        row.setInputs(readings.inputs());
        row.setObservedAt(Micros.instant(readings.observedAt()));
    }

    private static long hash(long close, DailyReadings readings) {
        return new ContentHash()
                .add(close)
                .addNullable(readings.avg7d())
                .addNullable(readings.avg30d())
                .addNullable(readings.avg90d())
                .addNullable(readings.return1d())
                .addNullable(readings.return7d())
                .addNullable(readings.return30d())
                .addNullable(readings.returnYtd())
                .addNullable(readings.volatility20d())
                .addNullable(readings.volatilityScore())
                .add(readings.drawdown())
                .add((long) readings.inputs())
                .add(readings.observedAt())
                .value();
    }
}
