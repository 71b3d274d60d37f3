package dev.marketlake.proofs.bench;

import dev.marketlake.calendar.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Consecutive minutes of regular NYSE trading, across sessions. */
final class MinuteGrid {
    private final List<Instant> minutes;

    private MinuteGrid(List<Instant> minutes) {
        this.minutes = minutes;
    }

    /** @param first date to begin with, or the first session after it */
    static MinuteGrid from(LocalDate first, int count) {
        var calendar = TradingCalendar.of("NYSE");
        var minutes = new ArrayList<Instant>(count);
        for (var date = first; minutes.size() < count; date = date.plusDays(1)) {
            calendar.day(date).ifPresent(day -> {
                for (var at = day.regularOpen();
                        at.isBefore(day.regularClose()) && minutes.size() < count;
                        at = at.plus(Duration.ofMinutes(1))) {
                    minutes.add(at);
                }
            });
        }
        return new MinuteGrid(List.copyOf(minutes));
    }

    int size() {
        return minutes.size();
    }

    /** Start of a minute. @param index from 0 */
    Instant at(int index) {
        return minutes.get(index);
    }
}
