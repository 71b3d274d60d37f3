package dev.marketlake.lake.quality;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param measured in the unit of the check, seconds for freshness; null where there is no number
 * @param message one sentence
 * @param samples keys of up to three rows that do not pass
 * @param version of the table looked at; empty where there is none
 */
record Finding(
        Check check,
        Outcome outcome,
        @Nullable Double measured,
        String message,
        List<String> samples,
        OptionalLong version) {
    Finding {
        samples = List.copyOf(samples);
    }

    /** Whether what is expected holds. */
    enum Outcome {
        PASSED,
        FAILED,
        /** There is nothing to judge by yet. */
        UNDECIDED
    }

    boolean failed() {
        return outcome == Outcome.FAILED;
    }

    /** Whether both say the same: how much passes, and how old what is stale, changes with each look. */
    boolean tellsTheSameAs(Finding other) {
        boolean sameNumber = !failed() || check.rule() instanceof Rule.Freshness || message.equals(other.message);
        return check.equals(other.check) && outcome == other.outcome && sameNumber;
    }
}
