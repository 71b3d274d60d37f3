package dev.marketlake.stream.series;

/**
 * What a bar is asked for by those that only pass it.
 *
 * @param openTime start of the bar, microseconds since the epoch, UTC
 * @param empty whether nothing is said of it: a roll-up without a valid child
 * @param close of the content that stands, in 10^-8; 0 where there is none
 * @param alerted whether an alert was ever raised on it
 * @param lastObservedAt of the newest place that spoke of it, microseconds since the epoch, UTC; {@link Long#MIN_VALUE} where there is none
 */
record Outline(
        long openTime,
        boolean complete,
        boolean pending,
        boolean valid,
        boolean empty,
        boolean alerted,
        long close,
        long lastObservedAt) {

    static Outline of(StoredBar bar) {
        long last = Long.MIN_VALUE;
        for (int i = 0; i < bar.contents().size(); i++) {
            last = Math.max(last, bar.contents().get(i).last().observedAt());
        }
        boolean empty = bar.contents().isEmpty();
        long close = empty ? 0 : bar.standing().content().close();
        return new Outline(
                bar.openTime(),
                bar.complete(),
                bar.pending(),
                bar.valid(),
                empty,
                !bar.alerts().isEmpty(),
                close,
                last);
    }
}
