package dev.marketlake.simulator.market;

import dev.marketlake.calendar.TradingDay;
import java.time.Duration;

/**
 * One symbol of the synthetic market and how to compute any of its days from nothing but seed, symbol and date.
 *
 * <p>Log price = log base + beta x market factor + own factor. A minute opens where the previous present one closed; high and low enclose
 * both. Most prices are whole cents, some closes fall between, as in recorded data.
 */
final class SyntheticListing {
    private static final String MARKET_FACTOR = "*market*";
    private static final double MARKET_VOLATILITY = 0.008;
    private static final double BETWEEN_CENTS = 0.15;
    private static final double SPIKE_RANGE = 2.5;
    private static final long CENT = 100;
    private static final double TICKS = 10_000;

    private final Instrument instrument;
    private final LogPath marketFactor;
    private final LogPath ownFactor;
    private final VolumeDay volumes;
    private final Draws cents;
    private final Draws above;
    private final Draws below;
    private final Draws presence;

    SyntheticListing(long seed, int spikeEvery, Instrument instrument) {
        String name = instrument.symbol().value();
        this.instrument = instrument;
        marketFactor = new LogPath(seed, MARKET_FACTOR, MARKET_VOLATILITY);
        ownFactor = new LogPath(seed, name, instrument.volatility());
        volumes = new VolumeDay(seed, name, spikeEvery);
        cents = Draws.of(seed, name, "cents");
        above = Draws.of(seed, name, "above");
        below = Draws.of(seed, name, "below");
        presence = Draws.of(seed, name, "presence");
    }

    SyntheticDay day(TradingDay day) {
        int count =
                (int) Duration.between(day.regularOpen(), day.regularClose()).toMinutes();
        long firstMinute = day.regularOpen().getEpochSecond() / 60;
        double[] weights = VolumeDay.shape(count);
        double[] market = marketFactor.minutes(day.date(), firstMinute, weights);
        double[] own = ownFactor.minutes(day.date(), firstMinute, weights);
        SyntheticDay bars = new SyntheticDay(day, count);
        long price = ticks(market[0], own[0], firstMinute - 1);
        for (int slot = 0; slot < count; slot++) {
            long minute = firstMinute + slot;
            if (slot == count - 1 || presence.uniform(minute) < instrument.presence()) {
                long close = ticks(market[slot + 1], own[slot + 1], minute);
                print(bars, slot, minute, price, close, shares(slot, minute, weights));
                price = close;
            }
        }
        if (instrument.liquidity() == Liquidity.LIQUID) {
            long minute = firstMinute + count;
            long close = price + CENT * Math.round(above.between(-2, 2, -minute));
            print(bars, count, minute, price, close, perMinute(volumes.closingAuction(minute, count)));
        }
        return bars;
    }

    private void print(SyntheticDay bars, int slot, long minute, long open, long close, long shares) {
        double reach = open * instrument.volatility() / 25 * (volumes.spikes(minute) ? SPIKE_RANGE : 1);
        long high = Math.max(open, close) + wholeCents(reach * square(above.uniform(minute)));
        long low = Math.min(open, close) - wholeCents(reach * square(below.uniform(minute)));
        bars.print(slot, open, high, Math.max(1, low), close, shares);
    }

    private long shares(int slot, long minute, double[] weights) {
        if (instrument.liquidity() == Liquidity.INDEX) {
            return 0;
        }
        double relative = volumes.regular(minute, weights[slot]);
        if (slot == 0 && instrument.liquidity() == Liquidity.LIQUID) {
            relative += volumes.openingAuction(minute, weights.length);
        }
        return perMinute(relative);
    }

    private long perMinute(double relative) {
        return Math.max(1, Math.round(relative * instrument.dailyVolume() / 390 / instrument.presence()));
    }

    private long ticks(double market, double own, long minute) {
        double price = instrument.basePrice() * StrictMath.exp(instrument.beta() * market + own);
        long ticks = Math.max(CENT, Math.round(price * TICKS));
        return cents.uniform(minute) < BETWEEN_CENTS ? ticks : wholeCents(ticks);
    }

    private static long wholeCents(double ticks) {
        return Math.round(ticks / CENT) * CENT;
    }

    private static double square(double value) {
        return value * value;
    }
}
