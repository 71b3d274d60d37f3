package dev.marketlake.stream.parse;

import static dev.marketlake.stream.observation.Reason.AMBIGUOUS_TIME;
import static dev.marketlake.stream.observation.Reason.BAD_TIME;
import static dev.marketlake.stream.observation.Reason.NONEXISTENT_TIME;

import dev.marketlake.stream.observation.Micros;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;

/** A naive local time such as {@code 2019-02-15 16:00:00} and its zone, to an instant. */
final class LocalStamp {
    private static final int LENGTH = 19;
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    private LocalStamp() {}

    /** Microseconds since the epoch, UTC; 0 with a finding where the text or the zone cannot be read, or the local time is not one instant. */
    static long micros(String text, String zone, Findings findings) {
        LocalDateTime local;
        ZoneId zoneId = Stamps.zone(zone, findings);
        try {
            if (text.length() != LENGTH) {
                throw new DateTimeException("length");
            }
            local = LocalDateTime.parse(text, FORMAT);
        } catch (DateTimeException e) {
            findings.add(BAD_TIME, "time " + Findings.quoted(text) + " is not of the form 2019-02-15 16:00:00");
            return 0;
        }
        List<ZoneOffset> offsets = zoneId.getRules().getValidOffsets(local);
        if (offsets.size() == 1) {
            return local.toEpochSecond(offsets.getFirst()) * Micros.PER_SECOND;
        }
        if (offsets.isEmpty()) {
            findings.add(NONEXISTENT_TIME, "time " + text + " does not exist in " + zone);
        } else {
            findings.add(AMBIGUOUS_TIME, "time " + text + " happened twice in " + zone);
        }
        return 0;
    }
}
