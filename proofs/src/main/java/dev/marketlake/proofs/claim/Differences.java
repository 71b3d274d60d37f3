package dev.marketlake.proofs.claim;

import java.util.ArrayList;
import java.util.List;

/** What does not hold, collected so that one run tells of everything; the first few are kept in words. */
public final class Differences {
    private static final int IN_WORDS = 12;

    private final List<String> first = new ArrayList<>();
    private long count;

    public void add(String difference) {
        count++;
        if (first.size() < IN_WORDS) {
            first.add(difference);
        }
    }

    /** Notes that {@code what} is not as it should be. */
    public void unlessEqual(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            add(what + ": expected " + expected + ", found " + found);
        }
    }

    /** Ends the proof where anything was noted. @throws ProofFailed with the first differences */
    public void requireNone(String of) {
        if (count > 0) {
            throw new ProofFailed(of + ": " + count + (count == 1 ? " difference" : " differences") + "\n  "
                    + String.join("\n  ", first));
        }
    }
}
