package dev.marketlake.simulator.faults;

/**
 * How many requests a provider grants; 0 means any number.
 *
 * @param perSecond in any 1000 ms, sliding
 * @param perMinute in any 60 s, sliding
 * @param perDay from midnight to midnight, New York time
 */
public record RequestLimit(int perSecond, int perMinute, int perDay) {
    /** Any number of requests. */
    public static final RequestLimit NONE = new RequestLimit(0, 0, 0);

    public RequestLimit {
        if (perSecond < 0 || perMinute < 0 || perDay < 0) {
            throw new IllegalArgumentException(
                    "limits must not be negative: " + perSecond + ", " + perMinute + ", " + perDay);
        }
    }
}
