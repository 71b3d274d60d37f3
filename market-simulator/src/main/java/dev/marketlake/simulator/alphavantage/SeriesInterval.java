package dev.marketlake.simulator.alphavantage;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Bar lengths of TIME_SERIES_INTRADAY, on the clock grid of the exchange's zone. */
enum SeriesInterval {
    ONE_MINUTE("1min", 1),
    FIVE_MINUTES("5min", 5),
    FIFTEEN_MINUTES("15min", 15),
    THIRTY_MINUTES("30min", 30),
    SIXTY_MINUTES("60min", 60);

    private final String label;
    private final int minutes;

    SeriesInterval(String label, int minutes) {
        this.label = label;
        this.minutes = minutes;
    }

    /** As in the query and in the response, for example {@code 5min}. */
    String label() {
        return label;
    }

    Duration length() {
        return Duration.ofMinutes(minutes);
    }

    static Optional<SeriesInterval> of(String label) {
        for (SeriesInterval interval : values()) {
            if (interval.label.equals(label)) {
                return Optional.of(interval);
            }
        }
        return Optional.empty();
    }

    /** Start of the bar that holds {@code minute}; a one-minute bar keeps its own start. */
    Instant barStart(Instant minute, ZoneId zone) {
        if (this == ONE_MINUTE) {
            return minute;
        }
        ZonedDateTime local = minute.atZone(zone);
        return local.truncatedTo(ChronoUnit.HOURS)
                .plusMinutes(local.getMinute() / minutes * minutes)
                .toInstant();
    }
}
