package dev.marketlake.stream.emit;

import dev.marketlake.topics.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One record for an output topic.
 *
 * @param key null where the symbol is not known
 */
public record Row(Topic<?> topic, @Nullable String key, SpecificRecord value) {}
