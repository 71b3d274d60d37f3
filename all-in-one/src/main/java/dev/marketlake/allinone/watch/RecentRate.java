package dev.marketlake.allinone.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a counter has grown lately: over the last 10 s, or over the time there is. For one thread. */
final class RecentRate {
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final Deque<Look> looks = new ArrayDeque<>();

    private record Look(Instant at, long count) {}

    /** Notes the count of this moment and returns the growth per second; 0 at the first look. */
    double perSecond(Instant now, long count) {
        looks.addLast(new Look(now, count));
        while (looks.size() > 2 && looks.getFirst().at().isBefore(now.minus(WINDOW))) {
            looks.removeFirst();
        }
        var oldest = looks.getFirst();
        long millis = Duration.between(oldest.at(), now).toMillis();
        return millis <= 0 ? 0 : (count - oldest.count()) * 1000.0 / millis;
    }
}
