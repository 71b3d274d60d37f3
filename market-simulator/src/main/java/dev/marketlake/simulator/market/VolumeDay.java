package dev.marketlake.simulator.market;

/**
 * The volume side of a synthetic day: a U over the session, lognormal noise, an auction at each end, and now and then a spike.
 *
 * <p>All numbers are relative to an average minute of the symbol, and drawn by absolute minute.
 */
final class VolumeDay {
    private static final double NOISE = 0.3;
    private static final double SPIKE_LOW = 6;
    private static final double SPIKE_HIGH = 12;

    private final Draws noise;
    private final Draws spikes;
    private final Draws spikeSizes;
    private final Draws auctions;
    private final double spikeProbability;

    /** @param spikeEvery mean distance of spikes in minutes; 0 for none */
    VolumeDay(long seed, String name, int spikeEvery) {
        noise = Draws.of(seed, name, "volume");
        spikes = Draws.of(seed, name, "spike");
        spikeSizes = Draws.of(seed, name, "spike size");
        auctions = Draws.of(seed, name, "auction");
        spikeProbability = spikeEvery == 0 ? 0 : 1.0 / spikeEvery;
    }

    /** The U: high at both ends, mean 1 over the session. */
    static double[] shape(int minutes) {
        double[] shape = new double[minutes];
        double sum = 0;
        for (int i = 0; i < minutes; i++) {
            double x = 2 * (i + 0.5) / minutes - 1;
            double square = x * x;
            shape[i] = 0.55 + 0.5 * square + 1.6 * square * square * square;
            sum += shape[i];
        }
        for (int i = 0; i < minutes; i++) {
            shape[i] *= minutes / sum;
        }
        return shape;
    }

    boolean spikes(long minute) {
        return spikes.uniform(minute) < spikeProbability;
    }

    /** Relative volume of a regular minute whose place in the U is {@code weight}. */
    double regular(long minute, double weight) {
        double size = spikes(minute) ? spikeSizes.between(SPIKE_LOW, SPIKE_HIGH, minute) : 1;
        return weight * size * StrictMath.exp(NOISE * noise.normal(minute));
    }

    /** What the opening auction adds to its minute: 1 to 3 % of a day of {@code minutes}. */
    double openingAuction(long minute, int minutes) {
        return minutes * auctions.between(0.01, 0.03, minute);
    }

    /** The closing auction, in the minute after the close: 5 to 10 % of a day of {@code minutes}. */
    double closingAuction(long minute, int minutes) {
        return minutes * auctions.between(0.05, 0.10, minute);
    }
}
