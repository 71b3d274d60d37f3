package dev.marketlake.lake.delta;

import java.util.OptionalLong;

/**
 * How far a commit brings one source. The log keeps {@code next} under {@code id}; it only ever grows.
 *
 * @param id name of the source in the log, {@code <Kafka topic id>-<partition>}
 * @param base what the log said when the rows were read; empty where it knew nothing
 * @param next position after the rows of this commit
 */
public record Progress(String id, OptionalLong base, long next) {
    public Progress {
        if (base.isPresent() && next <= base.getAsLong()) {
            throw new IllegalArgumentException(id + " would not advance: " + base.getAsLong() + " to " + next);
        }
    }
}
