package dev.marketlake.proofs.order;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the proof of order found.
 *
 * @param seeds days that were tried, each in one disorder
 * @param events raw events of all days
 * @param arrivals how many came in, repeated ones counted each time
 * @param rows rows that sorted input ends with, all found equal
 * @param kinds kinds of alerts among them
 * @param controlSeed first seed on which the control fails
 */
public record OrderFigures(
        long seeds, long events, long arrivals, long rows, List<String> kinds, long controlSeed, Duration time) {
    /** For people. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "order holds: %1$,d of %1$,d seeds end as sorted input does: %2$,d events in %3$,d arrivals, %4$,d rows equal, alerts %5$s;"
                        + " %6$s; %7$.0f s",
                seeds,
                events,
                arrivals,
                rows,
                String.join(" ", kinds),
                control(controlSeed),
                time.toMillis() / 1e3);
    }

    /** For machines. */
    public String json() {
        var root = new JsonMapper().createObjectNode();
        root.put("seeds", seeds).put("events", events).put("arrivals", arrivals).put("rowsEqual", rows);
        var alerts = root.putArray("alertKinds");
        kinds.forEach(alerts::add);
        root.put("controlFailedOnSeed", controlSeed).put("seconds", time.toMillis() / 1e3);
        return root.toPrettyString();
    }

    static String control(long seed) {
        return String.format(Locale.ROOT, "the control with a stream-time window failed on seed %,d, as it must", seed);
    }
}
