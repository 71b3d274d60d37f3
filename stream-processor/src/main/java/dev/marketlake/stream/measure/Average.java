package dev.marketlake.stream.measure;

import org.jspecify.annotations.Nullable;

/** Readings in price units that can cross one another. The label is the column of gold.indicators; {@code close} is the bar's own. */
public enum Average {
    CLOSE("close"),
    VWAP("vwap"),
    MA_15M("ma_15m"),
    MA_1H("ma_1h"),
    EMA_12("ema_12"),
    SMA_20("sma_20"),
    EMA_26("ema_26"),
    SMA_50("sma_50");

    private final String label;

    Average(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Its value at the bar that the readings are of; null while warming up. */
    public @Nullable Double of(Readings readings, LookBack back) {
        return switch (this) {
            case CLOSE -> back.close();
            case VWAP -> readings.vwap();
            case MA_15M -> readings.ma15m();
            case MA_1H -> readings.ma1h();
            case EMA_12 -> readings.ema12();
            case SMA_20 -> readings.sma20();
            case EMA_26 -> readings.ema26();
            case SMA_50 -> readings.sma50();
        };
    }
}
