package dev.marketlake.proofs.sink;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the outages of a store came to.
 *
 * @param slow how long rows took to the table while each answer of the store took {@code latency}
 * @param rows in the end, each there once
 */
public record OutageFigures(List<Survived> outages, Duration latency, Duration slow, long rows) implements Figures {

    /**
     * An outage that was told, and mended by itself.
     *
     * @param store what it was, for example {@code full}
     * @param caughtUp from its end until everything was in the table and the sink ready
     */
    public record Survived(String store, Duration length, Duration caughtUp) {
        private String line() {
            return String.format(
                    Locale.ROOT,
                    "%s for %d s and caught up %.1f s later",
                    store,
                    length.toSeconds(),
                    seconds(caughtUp));
        }
    }

    public OutageFigures {
        outages = List.copyOf(outages);
    }

    @Override
    public String line() {
        return String.format(
                Locale.ROOT,
                "outages: the store %s; with %d s for each answer rows took %.1f s; %,d rows, none twice, none lost",
                outages.stream().map(Survived::line).collect(Collectors.joining(", ")),
                latency.toSeconds(),
                seconds(slow),
                rows);
    }

    @Override
    public String json() {
        var root = new JsonMapper().createObjectNode();
        var list = root.putArray("outages");
        outages.forEach(each -> list.addObject()
                .put("store", each.store())
                .put("seconds", seconds(each.length()))
                .put("caughtUpSeconds", seconds(each.caughtUp())));
        root.put("latencySeconds", seconds(latency)).put("slowSeconds", seconds(slow));
        root.put("rows", rows).put("rowsTwice", 0).put("rowsLost", 0);
        return root.toPrettyString();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1e3;
    }
}
