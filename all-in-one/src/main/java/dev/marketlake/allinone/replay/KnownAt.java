package dev.marketlake.allinone.replay;

import dev.marketlake.allinone.query.LakeSession;
import dev.marketlake.allinone.replay.ReplayRequest.Purpose;
import dev.marketlake.allinone.replay.ReplayRequest.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What was known at an instant, of some symbols and trade dates: what was observed then or before.
 *
 * @param time to the microsecond, as observations are
 * @param from first trade date
 * @param to last trade date
 * @param symbols at least one, sorted
 */
public record KnownAt(Instant time, LocalDate from, LocalDate to, List<String> symbols) {
    /** Raw events a second at most, so that live is little disturbed. */
    private static final int RATE = 5_000;

    /** @throws ReplayFailure naming what is wrong */
    public KnownAt {
        time = time.truncatedTo(ChronoUnit.MICROS);
        symbols = request(from, to, symbols).symbols();
    }

    ReplayRequest request() {
        return request(from, to, symbols);
    }

    private static ReplayRequest request(LocalDate from, LocalDate to, List<String> symbols) {
        return new ReplayRequest(from, to, symbols, Source.BRONZE, Purpose.KNOWN, 1, RATE);
    }

    /** @throws ReplayFailure where the instant is still to come */
    void requireNotAheadOf(Instant now) {
        if (time.isAfter(now)) {
            throw new ReplayFailure("what will be known at " + time + " cannot be told before: it is " + now
                    + ", name an earlier time");
        }
    }

    /** Condition in SQL on the raw records that were known, whatever they are about. */
    String ofRaw() {
        return BronzeRows.of(symbols) + " AND " + observed();
    }

    /** Condition in SQL on a row that was known. */
    String observed() {
        return "observed_at <= TIMESTAMPTZ " + LakeSession.text(time.toString());
    }

    /** For people. */
    String describe() {
        return request().describe() + " as known at " + time;
    }
}
