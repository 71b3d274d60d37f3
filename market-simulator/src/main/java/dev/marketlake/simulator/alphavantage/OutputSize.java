package dev.marketlake.simulator.alphavantage;

import java.util.Locale;
import java.util.Optional;

/** Query parameter {@code outputsize}. */
enum OutputSize {
    /** The newest 100 rows. */
    COMPACT("Compact", 100),
    /** All rows of the range. */
    FULL("Full size", Integer.MAX_VALUE);

    private final String label;
    private final int rows;

    OutputSize(String label, int rows) {
        this.label = label;
        this.rows = rows;
    }

    /** As in Meta Data. */
    String label() {
        return label;
    }

    int rows() {
        return rows;
    }

    static Optional<OutputSize> of(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "compact" -> Optional.of(COMPACT);
            case "full" -> Optional.of(FULL);
            default -> Optional.empty();
        };
    }
}
