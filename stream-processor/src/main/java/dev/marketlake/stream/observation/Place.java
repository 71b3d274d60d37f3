package dev.marketlake.stream.observation;

/**
 * Where an observation stands in the one order of all observations: by when it was observed, then request, then place in the response.
 * Arrival plays no part in it.
 *
 * @param observedAt when the provider's response arrived, microseconds since the epoch, UTC
 * @param requestId id of the request that fetched it
 * @param sequence place within the response, from 0
 */
public record Place(long observedAt, String requestId, int sequence) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
        int byTime = Long.compare(observedAt, other.observedAt);
        if (byTime != 0) {
            return byTime;
        }
        int byRequest = requestId.compareTo(other.requestId);
        return byRequest != 0 ? byRequest : Integer.compare(sequence, other.sequence);
    }

    public boolean isBefore(Place other) {
        return compareTo(other) < 0;
    }
}
