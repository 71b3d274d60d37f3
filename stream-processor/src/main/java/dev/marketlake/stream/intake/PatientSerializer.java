package dev.marketlake.stream.intake;

import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** A serializer that waits for the registry as {@link RegistryPatience} does. */
public final class PatientSerializer<T> implements Serializer<T> {
    private final Serializer<T> serializer;
    private final RegistryPatience patience;

    public PatientSerializer(Serializer<T> serializer, RegistryPatience patience) {
        this.serializer = serializer;
        this.patience = patience;
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        return patience.ask(() -> serializer.serialize(topic, value));
    }

    @Override
    public void close() {
        serializer.close();
    }
}
