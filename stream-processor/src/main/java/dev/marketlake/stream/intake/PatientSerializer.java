package dev.marketlake.stream.intake;

import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A serializer that waits for the registry as {@link RegistryPatience} does. Values are written under the subject of one topic, whichever
 * topic they go to: those of a history job are no others than live ones.
 */
public final class PatientSerializer<T> implements Serializer<T> {
    private final String subjectTopic;
    private final Serializer<T> serializer;
    private final RegistryPatience patience;

    /** @param subjectTopic topic whose subject the values belong to */
    public PatientSerializer(String subjectTopic, Serializer<T> serializer, RegistryPatience patience) {
        this.subjectTopic = subjectTopic;
        this.serializer = serializer;
        this.patience = patience;
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        return patience.ask(() -> serializer.serialize(subjectTopic, value));
    }

    @Override
    public void close() {
        serializer.close();
    }
}
