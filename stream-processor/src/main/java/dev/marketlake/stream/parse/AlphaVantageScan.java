package dev.marketlake.stream.parse;

import dev.marketlake.market.Interval;
import dev.marketlake.market.PriceBasis;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.BarObservation;
import dev.marketlake.stream.observation.Reasons;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/**
 * Reads the payload of {@link AlphaVantageBars} in one pass where it is spelled as ingest spells it and nothing about it is remarkable.
 * Whatever is not is left to the parser proper, so this never refuses, and never says anything that the parser would not. Used by one
 * thread.
 *
 * <pre>
 *   {"symbol":"..","interval":"..","timeZone":"..","stamp":"OPEN","time":"2019-02-15 16:00:00",
 *    "bar":{"1. open":"170.2300","2. high":"..","3. low":"..","4. close":"..","5. volume":"12345"}}
 * </pre>
 */
final class AlphaVantageScan {
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int STAMP = 19;
    private static final int DATE = 10;

    private String zoneName = "";
    private @Nullable ZoneRules zone;
    private String date = "";
    private long midnight;
    private boolean steady;

    @Nullable
    BarObservation read(Envelope envelope, String payload) {
        Interval interval = interval(envelope.interval());
        TextScan scan = new TextScan(payload);
        scan.skip("{\"symbol\":\"");
        scan.skipText();
        scan.skip("\",\"interval\":\"");
        scan.skipText();
        scan.skip("\",\"timeZone\":\"");
        boolean sameZone = scan.skipIf(zoneName);
        if (!sameZone) {
            goToZone(scan.text());
        }
        scan.skip("\",\"stamp\":\"");
        boolean close = scan.skipIf("CLOSE");
        if (!close) {
            scan.skip("OPEN");
        }
        scan.skip("\",\"time\":\"");
        int at = scan.position();
        scan.skipLength(STAMP);
        scan.skip("\",\"bar\":{\"1. open\":\"");
        long open = scan.price();
        scan.skip("\",\"2. high\":\"");
        long high = scan.price();
        scan.skip("\",\"3. low\":\"");
        long low = scan.price();
        scan.skip("\",\"4. close\":\"");
        long last = scan.price();
        scan.skip("\",\"5. volume\":\"");
        long volume = scan.whole();
        scan.skip("\"}}");
        boolean usual = low > 0 && volume > 0 && Math.max(open, last) <= high && Math.min(open, last) >= low;
        if (!scan.isAtEnd() || !usual || interval == null || !goToDate(payload, at)) {
            return null;
        }
        long stamp = secondOfDay(payload, at + DATE);
        if (stamp < 0) {
            return null;
        }
        long time = midnight + stamp * MICROS_PER_SECOND;
        return new BarObservation(
                envelope.symbol(),
                interval,
                envelope.source(),
                PriceBasis.RAW,
                close ? time - interval.length().toNanos() / 1_000 : time,
                new BarContent(open, high, low, last, volume),
                Reasons.NONE,
                envelope.place());
    }

    private static @Nullable Interval interval(@Nullable String label) {
        for (Interval interval : Interval.values()) {
            if (interval.isIntraday() && interval.label().equals(label)) {
                return interval;
            }
        }
        return null;
    }

    private void goToZone(@Nullable String name) {
        zoneName = "";
        zone = null;
        date = "";
        if (name != null && !name.isEmpty()) {
            try {
                zone = ZoneId.of(name).getRules();
                zoneName = name;
            } catch (DateTimeException unknown) {
                // The parser says so.
            }
        }
    }

    /** Whether the date at {@code from} is one on which the clocks are not changed. */
    private boolean goToDate(String text, int from) {
        ZoneRules rules = zone;
        if (rules == null) {
            return false;
        }
        if (!date.isEmpty() && text.startsWith(date, from)) {
            return steady;
        }
        date = text.substring(from, from + DATE);
        steady = false;
        try {
            LocalDate day = LocalDate.parse(date);
            ZoneOffset before = rules.getOffset(day.atStartOfDay());
            ZoneOffset after = rules.getOffset(day.plusDays(1).atStartOfDay());
            midnight = (day.toEpochDay() * SECONDS_PER_DAY - before.getTotalSeconds()) * MICROS_PER_SECOND;
            steady = before.equals(after);
        } catch (DateTimeException unreadable) {
            // The parser says so.
        }
        return steady;
    }

    /** Of {@code " 16:00:00"}; -1 where it is not of that form. */
    private static int secondOfDay(String text, int from) {
        int hour = twoDigits(text, from + 1);
        int minute = twoDigits(text, from + 4);
        int second = twoDigits(text, from + 7);
        boolean formed = text.charAt(from) == ' ' && text.charAt(from + 3) == ':' && text.charAt(from + 6) == ':';
        boolean inRange = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return formed && inRange ? (hour * 60 + minute) * 60 + second : -1;
    }

    private static int twoDigits(String text, int from) {
        int tens = text.charAt(from) - '0';
        int ones = text.charAt(from + 1) - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }
}
