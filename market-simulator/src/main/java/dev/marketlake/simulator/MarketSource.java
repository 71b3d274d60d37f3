package dev.marketlake.simulator;

import dev.marketlake.market.StampConvention;
import dev.marketlake.simulator.market.Market;
import dev.marketlake.simulator.market.RecordedMarket;
import dev.marketlake.simulator.market.SyntheticMarket;
import dev.marketlake.simulator.market.SyntheticSettings;
import java.nio.file.Path;
import java.util.Optional;

/** Where the minutes come from. */
public sealed interface MarketSource {
    /** Opens the market. @throws InvalidConfig where recorded files cannot be used */
    Market open();

    /** Computed from a seed. */
    record Synthetic(SyntheticSettings settings) implements MarketSource {
        @Override
        public Market open() {
            return new SyntheticMarket(settings);
        }
    }

    /** Replayed from a folder. @param stamp what its stamps mean; empty to find out */
    record Recorded(Path folder, Optional<StampConvention> stamp) implements MarketSource {
        @Override
        public Market open() {
            return RecordedMarket.read(folder, stamp);
        }
    }
}
