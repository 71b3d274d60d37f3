package dev.marketlake.lake.table;

import dev.marketlake.topics.Topic;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A table of the lake and what feeds it.
 *
 * @param name layer and name, for example {@code silver.bars}
 * @param holds what its rows are, in a sentence
 * @param topic what feeds it
 * @param writing how rows get in
 * @param partitions default partitioning
 * @param partitionable everything it could be partitioned by: with an upsert table, what its key decides
 */
public record LakeTable(
        String name,
        String holds,
        Topic<?> topic,
        Writing writing,
        List<PartitionField> partitions,
        Set<PartitionField> partitionable) {

    /** How rows get into a table. */
    public sealed interface Writing {
        /** Every record becomes a row, decodable or not. */
        record Append() implements Writing {}

        /**
         * The latest record of a key is the row.
         *
         * @param key columns
         * @param rule what a record does to its row
         */
        record Upsert(List<String> key, FateRule rule) implements Writing {
            public Upsert {
                key = List.copyOf(key);
            }
        }
    }

    public LakeTable {
        partitions = List.copyOf(partitions);
        partitionable = Set.copyOf(partitionable);
        if (!partitionable.containsAll(partitions)) {
            throw new IllegalArgumentException(name + " cannot be partitioned by " + partitions);
        }
    }

    static LakeTable append(String name, String holds, Topic<?> topic, PartitionField... partitions) {
        return new LakeTable(
                name,
                holds,
                topic,
                new Writing.Append(),
                List.of(partitions),
                EnumSet.complementOf(EnumSet.of(PartitionField.TRADE_DATE, PartitionField.TRADE_MONTH)));
    }

    static LakeTable upsert(String name, String holds, Topic<?> topic, List<String> key, PartitionField... partitions) {
        return new LakeTable(
                name,
                holds,
                topic,
                new Writing.Upsert(key, FateRule.DELETED_FLAG),
                List.of(partitions),
                Set.of(partitions));
    }

    /** The same table with another rule of what a record does to its row. */
    LakeTable ruledBy(FateRule rule) {
        Writing.Upsert upsert = (Writing.Upsert) writing;
        return new LakeTable(name, holds, topic, new Writing.Upsert(upsert.key(), rule), partitions, partitionable);
    }

    /** The same table that could also be partitioned by {@code more}, because its key decides them. */
    LakeTable partitionableBy(PartitionField... more) {
        List<PartitionField> all = new ArrayList<>(partitionable);
        all.addAll(List.of(more));
        return new LakeTable(name, holds, topic, writing, partitions, Set.copyOf(all));
    }

    /** Where it lies in the bucket, for example {@code silver/bars}. */
    public String folder() {
        return name.replace('.', '/');
    }
}
