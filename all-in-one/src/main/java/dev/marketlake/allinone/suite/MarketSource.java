package dev.marketlake.allinone.suite;

/** Where the quotes come from. */
public sealed interface MarketSource
        permits SyntheticMarket, RecordedMarketFolder, ConfiguredProviders, StoredMarket, PublishedMarket {

    /** One line for people. */
    String describe();

    /**
     * Prepares the data folder where this market needs something in it, and says how to run the simulator and ingest.
     *
     * @throws SuiteFailure naming what cannot be used
     */
    MarketPlan plan(DataFolder folder, Ports ports);
}
