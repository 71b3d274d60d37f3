package dev.marketlake.stream.observation;

/**
 * A raw record that cannot be used.
 *
 * @param reasons why, at least one, each of severity REJECT
 * @param message one English sentence that names the offending input
 */
public record Refused(Reasons reasons, String message) implements Parsed {
    public Refused {
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a refusal needs a reason: " + message);
        }
    }

    public static Refused because(Reason reason, String message) {
        return new Refused(Reasons.of(reason), message);
    }
}
