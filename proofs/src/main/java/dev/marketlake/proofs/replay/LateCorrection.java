package dev.marketlake.proofs.replay;

import static java.util.Objects.requireNonNull;

import dev.marketlake.allinone.query.Lake;
import dev.marketlake.allinone.query.LakeSession;
import dev.marketlake.allinone.suite.Endpoints;
import dev.marketlake.events.RawQuote;
import dev.marketlake.proofs.replay.RawAgain.Minute;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One more observation of a bar that left the live depth long ago, with another volume: what a provider's late correction looks like. */
final class LateCorrection {
    static final long VOLUME = 7_777_777;

    private final Lake lake;
    private final Endpoints endpoints;
    private final Path spill;

    LateCorrection(Lake lake, Endpoints endpoints, Path spill) {
        this.lake = lake;
        this.endpoints = endpoints;
        this.spill = spill;
    }

    /** Publishes it, observed at {@code now}, for the first minute of a trade date. */
    void publish(String symbol, LocalDate date, Instant now) {
        var again = new RawAgain(lake, endpoints, spill);
        RawQuote quote = again.behind(symbol, date, Minute.FIRST);
        RawAgain.setVolume(quote, VOLUME);
        quote.setObservedAt(now);
        quote.setRequestId("late-correction");
        again.publish(symbol, List.of(quote));
    }

    /** How many minutes of the lake have the corrected volume. */
    long inLake() {
        try (var session = LakeSession.open(spill)) {
            session.lay(lake.live("silver.bars", file -> true).orElseThrow());
            return ((Number) requireNonNull(session.rows(
                                    "SELECT count(*) FROM silver.bars WHERE interval = '1m' AND volume = " + VOLUME)
                            .getFirst()
                            .getFirst()))
                    .longValue();
        }
    }
}
