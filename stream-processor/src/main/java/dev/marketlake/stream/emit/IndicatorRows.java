package dev.marketlake.stream.emit;

import dev.marketlake.events.Indicators;
import dev.marketlake.stream.measure.Readings;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.observation.Prices;
import dev.marketlake.stream.series.BarCell;
import dev.marketlake.stream.series.BarSeries;
import dev.marketlake.stream.series.Emission;
import dev.marketlake.stream.series.StoredBar;
import dev.marketlake.topics.Topics;

/** Rows of market.indicators: sent where any content column changed, and not otherwise. */
public final class IndicatorRows {
    private IndicatorRows() {}

    /** Sends the readings of a bar where they differ from what was sent last. */
    public static void publish(BarSeries series, BarCell cell, Readings readings, Effects effects) {
        StoredBar stored = cell.stored();
        BarContent content = stored.standing().content();
        long hash = hash(content, readings);
        if (hash == stored.readings().hash()) {
            return;
        }
        Indicators row = keyed(series, cell);
        row.setClose(Prices.decimal(content.close()));
        row.setVolume(content.hasVolume() ? Long.valueOf(content.volume()) : null);
        fill(row, readings);
        effects.emit(new Row(Topics.INDICATORS, row.getSymbol(), row));
        effects.store(series, cell, stored.withReadings(stored.readings().then(hash)));
    }

    /** Withdraws the row of a bar that no longer has readings, where consumers hold one. */
    public static void withdraw(BarSeries series, BarCell cell, Effects effects) {
        StoredBar stored = cell.stored();
        if (!stored.readings().stands()) {
            return;
        }
        Indicators row = keyed(series, cell);
        row.setDeleted(true);
        row.setObservedAt(Micros.instant(stored.standing().first().observedAt()));
        effects.emit(new Row(Topics.INDICATORS, row.getSymbol(), row));
        effects.store(series, cell, stored.withReadings(stored.readings().then(Emission.WITHDRAWN)));
    }

    private static Indicators keyed(BarSeries series, BarCell cell) {
        Indicators row = new Indicators();
        row.setSymbol(series.key().symbol().value());
        row.setInterval(series.key().interval().label());
        row.setOpenTime(Micros.instant(cell.openTime()));
        row.setTradeDate(cell.tradeDate());
        row.setRevision(cell.stored().readings().count());
        row.setLineage(Positions.of(cell.stored().standing().origin()));
        return row;
    }

    private static void fill(Indicators row, Readings readings) {
        row.setMa15m(readings.ma15m());
        row.setMa1h(readings.ma1h());
        row.setVolatility15m(readings.volatility15m());
        row.setVolatility1h(readings.volatility1h());
        row.setVolatility15mAnnualized(readings.volatility15mAnnualized());
        row.setVolatility1hAnnualized(readings.volatility1hAnnualized());
        row.setSma20(readings.sma20());
        row.setSma50(readings.sma50());
        row.setEma12(readings.ema12());
        row.setEma26(readings.ema26());
        row.setMacd(readings.macd());
        row.setMacdSignal(readings.macdSignal());
        row.setMacdHistogram(readings.macdHistogram());
        row.setRsi14(readings.rsi14());
        row.setBbMiddle(readings.bbMiddle());
        row.setBbUpper(readings.bbUpper());
        row.setBbLower(readings.bbLower());
        row.setVwap(readings.vwap());
        row.setVolumeRatio20(readings.volumeRatio20());
        row.setVolumeZscore20(readings.volumeZscore20());
        row.setInputs(readings.inputs());
        row.setObservedAt(Micros.instant(readings.observedAt()));
    }

    private static long hash(BarContent content, Readings readings) {
        return new ContentHash()
                .add(content.close())
                .add(content.volume())
                .addNullable(readings.ma15m())
                .addNullable(readings.ma1h())
                .addNullable(readings.volatility15m())
                .addNullable(readings.volatility1h())
                .addNullable(readings.volatility15mAnnualized())
                .addNullable(readings.volatility1hAnnualized())
                .addNullable(readings.sma20())
                .addNullable(readings.sma50())
                .addNullable(readings.ema12())
                .addNullable(readings.ema26())
                .addNullable(readings.macd())
                .addNullable(readings.macdSignal())
                .addNullable(readings.macdHistogram())
                .addNullable(readings.rsi14())
                .addNullable(readings.bbMiddle())
                .addNullable(readings.bbUpper())
                .addNullable(readings.bbLower())
                .addNullable(readings.vwap())
                .addNullable(readings.volumeRatio20())
                .addNullable(readings.volumeZscore20())
                .add((long) readings.inputs())
                .add(readings.observedAt())
                .value();
    }
}
