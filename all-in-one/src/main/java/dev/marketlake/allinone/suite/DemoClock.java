package dev.marketlake.allinone.suite;

import dev.marketlake.calendar.TradingCalendar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo market's time: from {@code origin} on it runs through trading minutes faster than the wall clock. It stands still
 * while the demo is off, so that a demo switched on again has a market to show.
 *
 * @param origin market time at {@code wallStart}, a regular open
 * @param wallStart wall time, moved on by every pause
 * @param lastSeen wall time when the demo last ran
 */
public record DemoClock(Instant origin, Instant wallStart, Instant lastSeen) {
    /** Market minutes per wall minute. */
    public static final int SPEED = 60;

    private static final int SESSIONS_BACK = 120;
    /** The market must never step back, and how long before its end a demo was last seen is not known exactly. */
    private static final Duration UNSEEN = Duration.ofSeconds(10);

    /** Goes on where the folder's demo stopped; in a new folder it begins 120 sessions ago. */
    static DemoClock resume(DataFolder folder, Instant now) {
        var file = file(folder);
        return Files.isRegularFile(file)
                ? JsonMapper.shared().readValue(file, DemoClock.class).after(now)
                : new DemoClock(origin(now), now, now);
    }

    private static Instant origin(Instant now) {
        var calendar = TradingCalendar.of("NYSE");
        var date = calendar.sessionsBefore(calendar.localDate(now), SESSIONS_BACK);
        return calendar.day(date).orElseThrow().regularOpen();
    }

    DemoClock after(Instant now) {
        var pause = Duration.between(lastSeen.plus(UNSEEN), now);
        return new DemoClock(origin, pause.isNegative() ? wallStart : wallStart.plus(pause), now);
    }

    /** Remembers that the demo of this folder runs now. */
    public static void tick(DataFolder folder, Clock clock) {
        var file = file(folder);
        if (Files.isRegularFile(file)) {
            var known = JsonMapper.shared().readValue(file, DemoClock.class);
            new DemoClock(known.origin, known.wallStart, clock.instant()).write(folder);
        }
    }

    void write(DataFolder folder) {
        var beside = Path.of(file(folder) + ".new");
        try {
            Files.writeString(beside, JsonMapper.shared().writeValueAsString(this));
            Files.move(beside, file(folder), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file(folder), failure);
        }
    }

    private static Path file(DataFolder folder) {
        return folder.root().resolve("demo-clock.json");
    }
}
