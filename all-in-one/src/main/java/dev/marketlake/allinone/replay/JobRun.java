package dev.marketlake.allinone.replay;

import dev.marketlake.allinone.suite.JobProcess;
import dev.marketlake.allinone.suite.SuiteFailure;
import dev.marketlake.allinone.watch.BrokerSilent;
import dev.marketlake.allinone.watch.TopicOffsets;
import dev.marketlake.topics.JobTopics;
import dev.marketlake.topics.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.TopicPartition;

/**
 * Keeps the job's process going until it has committed every end mark; all its rows are committed then. One that falls is started again and
 * goes on from its last commit, a few times. For one thread.
 */
final class JobRun {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(3);
    private static final int PATIENCE = 5;

    private final JobProcess process;
    private final TopicOffsets offsets;
    private final JobTopics topics;
    private final Progress progress;
    private int falls;

    JobRun(JobProcess process, TopicOffsets offsets, JobTopics topics, Progress progress) {
        this.process = process;
        this.offsets = offsets;
        this.topics = topics;
        this.progress = progress;
    }

    /** Starts the process again where it fell, and lets the watcher have a look. @return the share that is derived, of so much input */
    double look(long offsetsInAll) {
        if (!process.isAlive()) {
            falls++;
            if (falls > PATIENCE) {
                throw new ReplayFailure("the job's process ended " + falls + " times; " + process.lastWords());
            }
            progress.said("the job's process ended; starting it again (" + falls + " of " + PATIENCE + ")");
            process.start();
        }
        double derived = Math.min(1, committed() / (double) Math.max(1, offsetsInAll));
        progress.working(process, derived);
        return derived;
    }

    /** Returns when all is derived. @param ends offset of the end mark by partition */
    void untilDone(Map<Integer, Long> ends) {
        long all = ends.values().stream().mapToLong(end -> end + 1).sum();
        double before = -1;
        long giveUpAt = System.nanoTime() + LONGEST_STANDSTILL.toNanos();
        while (!isDone(ends)) {
            double derived = look(all);
            if (derived > before) {
                before = derived;
                giveUpAt = System.nanoTime() + LONGEST_STANDSTILL.toNanos();
            } else if (System.nanoTime() - giveUpAt > 0) {
                throw new ReplayFailure("the job has not moved for " + LONGEST_STANDSTILL.toMinutes() + " minutes; "
                        + process.lastWords());
            }
            progress.stands("deriving", derived);
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                throw new SuiteFailure("interrupted");
            }
        }
        progress.stands("deriving", 1);
    }

    private boolean isDone(Map<Integer, Long> ends) {
        try {
            var committed = offsets.committedBy(topics.application());
            return ends.entrySet().stream()
                    .allMatch(end -> committed.getOrDefault(partition(end.getKey()), 0L) > end.getValue());
        } catch (BrokerSilent notNow) {
            return false;
        }
    }

    private long committed() {
        try {
            return offsets.committedBy(topics.application()).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        } catch (BrokerSilent notNow) {
            return 0;
        }
    }

    private TopicPartition partition(int number) {
        return new TopicPartition(topics.of(Topics.RAW), number);
    }
}
