package dev.marketlake.serde;

import org.apache.kafka.common.errors.SerializationException;

/** The bytes of a record cannot be read as Avro: poison, and trying again does not help. */
public final class UndecodableValue extends SerializationException {
    private static final long serialVersionUID = 1L;

    public UndecodableValue(String message) {
        super(message);
    }

    public UndecodableValue(String message, Throwable cause) {
        super(message, cause);
    }
}
