package dev.marketlake.allinone.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * What an audit found.
 *
 * @param at when it began, UTC
 * @param sources the Kafka partitions in Bronze, by topic id and partition
 * @param tables every table there is, Bronze first
 * @param notes what is as it should be and yet worth knowing
 * @param differences the first of what does not hold; empty where all does
 */
public record Certificate(
        Instant at,
        List<SourceLine> sources,
        List<TableLine> tables,
        List<String> notes,
        List<Difference> differences) {
    public Certificate {
        sources = List.copyOf(sources);
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
        differences = List.copyOf(differences);
    }

    /**
     * A Kafka partition in Bronze.
     *
     * @param first smallest offset that has a row; -1 where none has
     * @param watermark offset after the last one taken; -1 where the log has none
     * @param rows in Bronze
     * @param between offsets in between that hold no record for a reader of committed records
     */
    public record SourceLine(String topicId, int partition, long first, long watermark, long rows, long between) {}

    /**
     * A table at the version that was looked at.
     *
     * @param files live
     * @param bytes in them
     * @param older objects that only older versions have
     * @param ahead rows that rest on raw records which Bronze has yet to commit
     * @param content sum of the MD5 digests of its rows without bookkeeping, in hexadecimal: the same for the same rows in any order
     */
    public record TableLine(
            String table, long version, long rows, int files, long bytes, long older, long ahead, String content) {}

    /** Whether everything holds. */
    @JsonProperty("holds")
    public boolean holds() {
        return differences.isEmpty();
    }
}
