package dev.marketlake.proofs.replay;

import dev.marketlake.allinone.replay.Progress;
import dev.marketlake.allinone.suite.JobProcess;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;

/** Kills the process of a job, as a crash would, when it has come so far, and counts how often. For one thread. */
final class Disturbance implements Progress {
    private final Deque<Double> moments = new ArrayDeque<>();
    private final Consumer<String> says;
    private int kills;

    private Disturbance(Consumer<String> says) {
        this.says = says;
    }

    /** One kill before the job has derived anything, and one, or none, in the middle. */
    static Disturbance seeded(Random random, Consumer<String> says) {
        var disturbance = new Disturbance(says);
        disturbance.moments.add(0.0);
        if (random.nextBoolean()) {
            disturbance.moments.add(0.1 + 0.8 * random.nextDouble());
        }
        return disturbance;
    }

    /** One kill as soon as the job is at work. */
    static Disturbance once(Consumer<String> says) {
        var disturbance = new Disturbance(says);
        disturbance.moments.add(0.0);
        return disturbance;
    }

    static Disturbance none(Consumer<String> says) {
        return new Disturbance(says);
    }

    int kills() {
        return kills;
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
        var next = moments.peek();
        if (next != null && derived >= next && derived < 1) {
            moments.remove();
            kills++;
            says.accept(String.format(Locale.ROOT, "  killed the job's process at %.0f %%", 100 * derived));
            process.kill();
        }
    }
}
