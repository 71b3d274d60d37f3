package dev.marketlake.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A YAML file of the config folder, read into a record that validates itself. Unknown and repeated keys are refused; a duration is ISO
 * text such as {@code P7D}, never a bare number.
 */
public final class ConfigFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .addModule(new SimpleModule().addDeserializer(Duration.class, new IsoDuration()))
            .build();

    private ConfigFile() {}

    /**
     * Reads {@code file} as a {@code type}.
     *
     * @throws InvalidConfig naming the file, the place in it, what is wrong and what is right
     */
    public static <T> T read(Path file, Class<T> type) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidConfig(
                    file + " does not exist: create it or point MARKETLAKE_CONFIG at the folder that has it");
        }
        try {
            T value = YAML.readValue(file, type);
            if (value == null) {
                throw new InvalidConfig(file + " is empty");
            }
            return value;
        } catch (JacksonException e) {
            throw new InvalidConfig(file + Complaint.of(e), e);
        }
    }
}
