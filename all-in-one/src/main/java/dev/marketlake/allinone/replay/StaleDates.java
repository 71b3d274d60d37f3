package dev.marketlake.allinone.replay;

import dev.marketlake.allinone.replay.Comparison.Day;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Dates whose readings and alerts may still rest on bars that a replay has changed since: those after its range, and those that were live's
 * to write. {@code jobs/stale.json} keeps them until a replay of them is through. A date too many costs time and changes nothing.
 */
final class StaleDates {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** As many calendar days as sessions can take, holidays included. */
    private static final int SLACK_DAYS = 10;

    private final Path file;
    private final Map<String, SortedSet<LocalDate>> dates;

    private StaleDates(Path file, Map<String, SortedSet<LocalDate>> dates) {
        this.file = file;
        this.dates = dates;
    }

    static StaleDates in(Path jobs) {
        var file = jobs.resolve("stale.json");
        return new StaleDates(
                file,
                Files.isRegularFile(file)
                        ? new TreeMap<>(JSON.readValue(file, new TypeReference<Map<String, SortedSet<LocalDate>>>() {}))
                        : new TreeMap<>());
    }

    /** Notes what may rest on changed bars. @param warmUpSessions how many trade dates readings look back at most */
    void restOn(Collection<Day> changed, int warmUpSessions) {
        for (var day : changed) {
            var resting = dates.computeIfAbsent(day.symbol(), symbol -> new TreeSet<>());
            day.date()
                    .plusDays(1)
                    .datesUntil(day.date().plusDays(warmUpSessions * 7L / 5 + SLACK_DAYS))
                    .forEach(resting::add);
        }
        write();
    }

    /** Notes that dates of a range that are not live's have been derived from all that there is. */
    void fresh(ReplayRequest request, LiveBoundary boundary) {
        for (var symbol : request.symbols()) {
            var resting = dates.get(symbol);
            if (resting != null) {
                resting.removeIf(date -> !date.isBefore(request.from())
                        && !date.isAfter(request.to())
                        && boundary.isBefore(symbol, date));
            }
        }
        dates.values().removeIf(SortedSet::isEmpty);
        write();
    }

    /** Those that a job may write by now. */
    QueuedDates ready(LiveBoundary boundary) {
        var ready = new QueuedDates();
        dates.forEach((symbol, resting) -> resting.stream()
                .filter(date -> boundary.isBefore(symbol, date))
                .forEach(date -> ready.add(symbol, date)));
        return ready;
    }

    private void write() {
        var beside = Path.of(file + ".new");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(beside, JSON.writeValueAsString(dates) + "\n");
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file, failure);
        }
    }
}
