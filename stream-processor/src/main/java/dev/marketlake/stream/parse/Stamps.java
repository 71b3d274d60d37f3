package dev.marketlake.stream.parse;

import static dev.marketlake.stream.observation.Reason.BAD_TIME;
import static dev.marketlake.stream.observation.Reason.MISSING_FIELD;
import static dev.marketlake.stream.observation.Reason.NO_SESSION;
import static dev.marketlake.stream.observation.Reason.UNKNOWN_TIME_ZONE;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.calendar.TradingDay;
import dev.marketlake.stream.observation.Micros;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Times of payloads to microseconds since the epoch, UTC; 0 with a finding where they cannot be read. */
final class Stamps {
    /** Years in which anything could have traded; beyond them a number is not what it is taken for. */
    private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);
    private static final long LATEST_MICROS =
            Micros.of(LATEST.atStartOfDay(ZoneOffset.UTC).toInstant());
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    private Stamps() {}

    /** UNIX seconds. */
    static long seconds(JsonNode fields, String name, Findings findings) {
        return unix(fields.get(name), name, Micros.PER_SECOND, "seconds", findings);
    }

    /** UNIX milliseconds. */
    static long millis(JsonNode fields, String name, Findings findings) {
        return unix(fields.get(name), name, Micros.PER_MILLI, "milliseconds", findings);
    }

    private static long unix(@Nullable JsonNode node, String name, long unit, String unitName, Findings findings) {
        if (node == null || node.isNull()) {
            findings.add(MISSING_FIELD, name + " is missing: there is no time");
            return 0;
        }
        boolean whole = node.isIntegralNumber() && node.canConvertToLong();
        if (!whole || node.asLong() <= 0 || node.asLong() > LATEST_MICROS / unit) {
            findings.add(BAD_TIME, name + " is " + Findings.quoted(node.toString()) + ", not UNIX " + unitName);
            return 0;
        }
        return node.asLong() * unit;
    }

    /** A date such as {@code 2019-02-15}; null with a finding where it is none. */
    static @Nullable LocalDate date(String text, Findings findings) {
        try {
            LocalDate date = LocalDate.parse(text, DATE);
            if (!date.isBefore(EARLIEST) && date.isBefore(LATEST)) {
                return date;
            }
        } catch (DateTimeException e) {
            // The finding below is the answer.
        }
        findings.add(BAD_TIME, "date " + Findings.quoted(text) + " is not of the form 2019-02-15");
        return null;
    }

    /** A zone; UTC with a finding where it is not known. */
    static ZoneId zone(String text, Findings findings) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            findings.add(UNKNOWN_TIME_ZONE, "time zone " + Findings.quoted(text) + " is not known");
            return ZoneOffset.UTC;
        }
    }

    /** The date of a time in a zone. */
    static LocalDate dateOf(long micros, ZoneId zone) {
        return Micros.instant(micros).atZone(zone).toLocalDate();
    }

    /** The regular open of a trade date, which is the open time of its daily bar. */
    static long openOf(@Nullable LocalDate date, TradingCalendar calendar, Findings findings) {
        if (date == null || findings.refused()) {
            return 0;
        }
        Optional<TradingDay> day = calendar.day(date);
        if (day.isEmpty()) {
            findings.add(NO_SESSION, "calendar " + calendar.name() + " has no session on " + date);
            return 0;
        }
        return Micros.of(day.get().regularOpen());
    }
}
