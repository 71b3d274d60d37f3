package dev.marketlake.stream.intake;

import static dev.marketlake.stream.observation.Reason.NULL_VALUE;
import static dev.marketlake.stream.observation.Reason.UNDECODABLE;

import dev.marketlake.events.RawQuote;
import dev.marketlake.serde.UndecodableValue;
import dev.marketlake.stream.intake.Decoded.Readable;
import dev.marketlake.stream.intake.Decoded.Unreadable;
import dev.marketlake.stream.observation.Reason;
import dev.marketlake.stream.observation.Refused;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Deserializer;

/** Bytes to raw quote. A record that cannot be read is refused; a registry that does not answer is waited for, then an exception. */
public final class RawDecoding {
    private static final int ID_OFFSET = 1;
    private static final int HEADER = 5;

    private final String topic;
    private final Deserializer<RawQuote> deserializer;
    private final RegistryPatience patience;

    public RawDecoding(String topic, Deserializer<RawQuote> deserializer, RegistryPatience patience) {
        this.topic = topic;
        this.deserializer = deserializer;
        this.patience = patience;
    }

    /**
     * @throws org.apache.kafka.common.errors.TimeoutException where the registry stays away longer than patience lasts
     * @throws org.apache.kafka.common.errors.SerializationException where the registry refuses us, which says nothing about the record
     */
    public Decoded decode(Arrival arrival) {
        byte[] value = arrival.value();
        if (value == null) {
            return refused(NULL_VALUE, "the record has no value");
        }
        if (value.length >= HEADER && ByteBuffer.wrap(value).getInt(ID_OFFSET) <= 0) {
            return refused(UNDECODABLE, "no registry gives out the schema id in its header");
        }
        try {
            return new Readable(patience.ask(() -> deserializer.deserialize(topic, value)));
        } catch (UndecodableValue e) {
            return refused(UNDECODABLE, String.valueOf(e.getMessage()));
        }
    }

    private static Unreadable refused(Reason reason, String message) {
        return new Unreadable(Refused.because(reason, message));
    }
}
