package dev.marketlake.serde;

import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** Into which generated class a value is read. */
final class SpecificType {
    static final String VALUE_TYPE = "specific.avro.value.type";
    static final String KEY_TYPE = "specific.avro.key.type";

    private final @Nullable Schema fixed;

    private SpecificType(@Nullable Schema fixed) {
        this.fixed = fixed;
    }

    /** The class named by the configuration, or by each writer where it names none. */
    static SpecificType of(Map<String, ?> config, boolean isKey) {
        String key = isKey ? KEY_TYPE : VALUE_TYPE;
        Object type = config.get(key);
        return switch (type) {
            case null -> new SpecificType(null);
            case Class<?> loaded -> new SpecificType(SpecificData.get().getSchema(loaded));
            default -> new SpecificType(SpecificData.get().getSchema(load(key, type.toString())));
        };
    }

    /** The schema to read {@code written} with. @throws UndecodableValue where this program has no class for it */
    Schema schema(Schema written) {
        if (fixed != null) {
            return fixed;
        }
        try {
            Class<?> type = SpecificData.get().getClass(written);
            if (type != null) {
                return SpecificData.get().getSchema(type);
            }
        } catch (SecurityException e) {
            throw new UndecodableValue("value is a " + written.getFullName() + ", a class Avro must not touch", e);
        }
        throw new UndecodableValue("value is a " + written.getFullName() + ", for which there is no class here");
    }

    private static Class<?> load(String key, String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new ConfigException(key, name, "is no class on the class path");
        }
    }
}
