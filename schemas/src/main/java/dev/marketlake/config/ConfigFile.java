package dev.marketlake.config;

import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A YAML file of the config folder, read into a record that validates itself. */
public final class ConfigFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private ConfigFile() {}

    /**
     * Reads {@code file} as a {@code type}.
     *
     * @throws InvalidConfig naming the file, the place in it and what is wrong
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
            throw new InvalidConfig(file + place(e) + ": " + cause(e), e);
        }
    }

    private static String place(JacksonException e) {
        var location = e.getLocation();
        return location == null || location.getLineNr() < 1 ? "" : " line " + location.getLineNr();
    }

    private static String cause(JacksonException e) {
        Throwable root = e;
        while (root.getCause() != null && root instanceof DatabindException) {
            root = root.getCause();
        }
        return root instanceof JacksonException jackson
                ? jackson.getOriginalMessage()
                : String.valueOf(root.getMessage());
    }
}
