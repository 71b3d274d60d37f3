package dev.marketlake.stream.job;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.topics.JobTopics;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What makes this process a history job, under {@code marketlake.stream.job}. All four are needed.
 *
 * @param id of the job, part of the names of its topics
 * @param from first trade date whose rows go out
 * @param to last trade date whose rows go out
 * @param clock when the job began: what is complete is decided by this instant, the same after every restart
 */
public record JobSettings(
        @Nullable String id,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Instant clock) {
    private static final String PREFIX = "marketlake.stream.job";

    /**
     * The same, with everything in its place.
     *
     * @param topics the job's own
     */
    public record Job(JobTopics topics, LocalDate from, LocalDate to, Instant clock) {
        public Job {
            if (to.isBefore(from)) {
                throw new InvalidConfig(
                        PREFIX + " ends on " + to + ", before it begins on " + from + ": exchange them");
            }
        }

        /** Whether rows of a trade date go out. */
        boolean covers(LocalDate date) {
            return !date.isBefore(from) && !date.isAfter(to);
        }

        /** No fewer sessions than there are from {@code before} sessions ahead of the first date to the last one. */
        public int sessions(int before) {
            return Math.toIntExact(before + ChronoUnit.DAYS.between(from, to) + 1);
        }
    }

    /** @throws InvalidConfig naming what is missing */
    public Job job() {
        if (id == null || from == null || to == null || clock == null) {
            throw new InvalidConfig(
                    PREFIX + " needs id, from, to and clock: found " + this + "; marketlake replay sets them");
        }
        return new Job(new JobTopics(id), from, to, clock);
    }
}
