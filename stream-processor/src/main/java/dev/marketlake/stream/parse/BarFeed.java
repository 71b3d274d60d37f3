package dev.marketlake.stream.parse;

import static dev.marketlake.stream.observation.Reason.UNKNOWN_INTERVAL;

import dev.marketlake.market.Interval;
import dev.marketlake.market.PriceBasis;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.BarObservation;
import dev.marketlake.stream.observation.Parsed;
import org.jspecify.annotations.Nullable;

/** The two feeds of bars, and which intervals they may have. */
enum BarFeed {
    INTRADAY,
    DAILY;

    /** The interval of a record; null with a finding where it is none of this feed. */
    @Nullable
    Interval interval(Envelope envelope, Findings findings) {
        for (Interval interval : Interval.values()) {
            if (interval.isIntraday() == (this == INTRADAY) && interval.label().equals(envelope.interval())) {
                return interval;
            }
        }
        findings.add(
                UNKNOWN_INTERVAL,
                "interval " + Findings.quoted(String.valueOf(envelope.interval()))
                        + (this == INTRADAY ? " is not an intraday one" : " is not 1d"));
        return null;
    }

    /** The bar, or the refusal that the findings come to. */
    static Parsed observation(
            Envelope envelope,
            @Nullable Interval interval,
            PriceBasis basis,
            long openTime,
            @Nullable BarContent content,
            Findings findings) {
        if (findings.refused() || interval == null || content == null) {
            return findings.refusal();
        }
        return new BarObservation(
                envelope.symbol(),
                interval,
                envelope.source(),
                basis,
                openTime,
                content,
                findings.notes(),
                envelope.place());
    }
}
