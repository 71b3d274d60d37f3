package dev.marketlake.stream.parse;

import dev.marketlake.stream.observation.Reason;
import dev.marketlake.stream.observation.Reasons;
import dev.marketlake.stream.observation.Refused;
import dev.marketlake.stream.observation.Severity;

/** What is wrong with one payload, gathered while it is read, so that a refusal names everything at once. */
final class Findings {
    private static final int SHOWN = 60;

    private Reasons refusals = Reasons.NONE;
    private Reasons notes = Reasons.NONE;
    private final StringBuilder message = new StringBuilder();

    /** Adds a reason; a rejecting one says why in {@code text}. */
    void add(Reason reason, String text) {
        if (reason.severity() != Severity.REJECT) {
            notes = notes.with(reason);
            return;
        }
        refusals = refusals.with(reason);
        message.append(message.isEmpty() ? "" : "; ").append(text);
    }

    boolean refused() {
        return !refusals.isEmpty();
    }

    Refused refusal() {
        return new Refused(refusals, message.toString());
    }

    Reasons notes() {
        return notes;
    }

    /** The text, cut to what fits a message. */
    static String quoted(String text) {
        return "'" + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...") + "'";
    }
}
