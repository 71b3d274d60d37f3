package dev.marketlake.stream.law;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a windowed aggregation would do: leaves aside what lies more than a day behind the latest event time it has seen. */
final class StreamTimeWindow {
    private static final Duration GRACE = Duration.ofHours(24);

    private Instant streamTime = Instant.MIN;

    List<Arrival> admitted(List<Arrival> arrivals) {
        List<Arrival> admitted = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            Instant time = arrival.event().time();
            streamTime = time.isAfter(streamTime) ? time : streamTime;
            if (!time.plus(GRACE).isBefore(streamTime)) {
                admitted.add(arrival);
            }
        }
        return admitted;
    }
}
