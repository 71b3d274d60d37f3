package dev.marketlake.simulator.faults;

import dev.marketlake.market.Symbol;
import dev.marketlake.simulator.market.Draws;
import dev.marketlake.simulator.market.MarketBar;
import dev.marketlake.simulator.market.Revisions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/**
 * Some bars are first served with less volume and another close, and corrected later.
 *
 * <p>Which bars, and what they first looked like, is a pure function of seed, symbol and minute: every caller sees the same first value until
 * {@code correctedAfter} past the bar's end in market time, and the final one from then on. The first close lies half way to the open, so
 * that high and low enclose it.
 */
public final class Corrections implements Revisions {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final FaultSettings settings;

    public Corrections(FaultSettings settings) {
        this.settings = settings;
    }

    @Override
    public MarketBar seen(Symbol symbol, MarketBar bar, Instant now) {
        if (!bar.start().plus(MINUTE).isAfter(settledBefore(now)) || !isCorrected(symbol, bar)) {
            return bar;
        }
        return first(symbol, bar);
    }

    @Override
    public Instant settledBefore(Instant now) {
        return settings.rate(FaultKind.CORRECTED) == 0 ? now : now.minus(settings.correctedAfter());
    }

    private boolean isCorrected(Symbol symbol, MarketBar bar) {
        return Draws.of(settings.seed(), symbol.value(), "corrected").uniform(minute(bar))
                < settings.rate(FaultKind.CORRECTED);
    }

    private MarketBar first(Symbol symbol, MarketBar bar) {
        BigDecimal open = new BigDecimal(bar.open());
        BigDecimal close = new BigDecimal(bar.close());
        BigDecimal half =
                open.add(close).divide(BigDecimal.TWO, Math.max(open.scale(), close.scale()), RoundingMode.HALF_EVEN);
        double known =
                Draws.of(settings.seed(), symbol.value(), "corrected volume").between(0.5, 0.95, minute(bar));
        BigDecimal volume =
                new BigDecimal(bar.volume()).multiply(BigDecimal.valueOf(known)).setScale(0, RoundingMode.DOWN);
        return new MarketBar(
                bar.start(), bar.open(), bar.high(), bar.low(), half.toPlainString(), volume.toPlainString());
    }

    private static long minute(MarketBar bar) {
        return Math.floorDiv(bar.start().getEpochSecond(), 60L);
    }
}
