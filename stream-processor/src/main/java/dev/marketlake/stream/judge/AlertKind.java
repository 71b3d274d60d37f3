package dev.marketlake.stream.judge;

/** What a rule looks at. The name is what files, topics and tables carry. */
public enum AlertKind {
    /** A bar's volume against the 20 bars before it. */
    VOLUME_SPIKE,
    /** A bar's close against an earlier price, in percent. */
    PRICE_MOVE,
    /** The annualised volatility of the last 15 minutes or the last hour. */
    VOLATILITY,
    /** One average crossing another. */
    AVERAGE_CROSS,
    /** The price-earnings ratio known at the bar's end. */
    PE_RATIO,
    /** Two sources that do not agree on a bar. */
    DIVERGENCE,
    /** A symbol without a new bar during its session, by the wall clock: the one kind that says something about us, not about a bar. */
    STALE_FEED;

    /** Whether an alert of this kind is a function of the bars, so that it is judged again where they change. */
    public boolean isOfBars() {
        return this != STALE_FEED;
    }
}
