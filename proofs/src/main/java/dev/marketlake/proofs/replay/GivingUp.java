package dev.marketlake.proofs.replay;

import dev.marketlake.allinone.replay.Progress;
import dev.marketlake.allinone.suite.JobProcess;
import java.util.function.Consumer;

/** Ends a replay, as somebody would who stops it, once so much of it is derived. */
record GivingUp(double share, Consumer<String> says) implements Progress {

    /** Ends it. */
    static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void said(String line) {
        says.accept("  " + line);
    }

    @Override
    public void stands(String line, double share) {
        // Only what stays is told.
    }

    @Override
    public void working(JobProcess process, double derived) {
        if (derived >= share) {
            says.accept("  given up");
            throw new GivenUp();
        }
    }
}
