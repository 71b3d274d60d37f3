package dev.marketlake.stream.parse;

import static dev.marketlake.stream.observation.Reason.EMPTY_ROW;
import static dev.marketlake.stream.observation.Reason.HIGH_BELOW_LOW;
import static dev.marketlake.stream.observation.Reason.OUTSIDE_RANGE;

import dev.marketlake.stream.observation.BarContent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How a provider calls the figures of a bar. */
record BarFields(String open, String high, String low, String close, String volume) {
    /** The figures of a row; null with findings where they make no bar. */
    @Nullable
    BarContent content(JsonNode row, Figures figures, Findings findings) {
        if (isEmpty(row)) {
            findings.add(EMPTY_ROW, "the row has nulls in the place of its prices");
            return null;
        }
        long first = figures.price(open);
        long highest = figures.price(high);
        long lowest = figures.price(low);
        long last = figures.price(close);
        long traded = figures.volume(volume);
        if (highest < lowest && highest > 0) {
            findings.add(HIGH_BELOW_LOW, "high " + row.get(high) + " is below low " + row.get(low));
        }
        if (findings.refused()) {
            return null;
        }
        if (Math.max(first, last) > highest || Math.min(first, last) < lowest) {
            findings.add(OUTSIDE_RANGE, "open or close");
        }
        return new BarContent(first, highest, lowest, last, traded);
    }

    /** A null that is written down says that there is no price; what is simply not there may be another shape. */
    private boolean isEmpty(JsonNode row) {
        List<String> prices = List.of(open, high, low, close);
        return prices.stream().allMatch(name -> !row.hasNonNull(name))
                && prices.stream().anyMatch(row::has);
    }
}
