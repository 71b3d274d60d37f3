package dev.marketlake.simulator.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts the requests of one provider against its limit. Safe for any thread. */
public final class RequestMeter {
    private static final ZoneId DAY_ZONE = ZoneId.of("America/New_York");
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RequestLimit limit;
    private final Deque<Instant> lastMinute = new ArrayDeque<>();
    private LocalDate day = LocalDate.MIN;
    private int today;

    public RequestMeter(RequestLimit limit) {
        this.limit = limit;
    }

    /** Judges a request that arrived at {@code now}, wall time. The longest span that is used up is the one named. */
    public synchronized Admission admit(Instant now) {
        LocalDate date = now.atZone(DAY_ZONE).toLocalDate();
        if (!date.equals(day)) {
            day = date;
            today = 0;
        }
        while (!lastMinute.isEmpty() && !lastMinute.getFirst().isAfter(now.minus(MINUTE))) {
            lastMinute.removeFirst();
        }
        if (exhausted(limit.perDay(), today)) {
            return new Admission.Over(Admission.Span.DAY);
        }
        if (exhausted(limit.perMinute(), lastMinute.size())) {
            return new Admission.Over(Admission.Span.MINUTE);
        }
        if (exhausted(limit.perSecond(), within(now.minus(SECOND)))) {
            return new Admission.Over(Admission.Span.SECOND);
        }
        lastMinute.addLast(now);
        today++;
        return new Admission.Within();
    }

    private int within(Instant after) {
        int count = 0;
        for (var newest = lastMinute.descendingIterator();
                newest.hasNext() && newest.next().isAfter(after); ) {
            count++;
        }
        return count;
    }

    private static boolean exhausted(int granted, int used) {
        return granted > 0 && used >= granted;
    }
}
