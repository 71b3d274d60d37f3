package dev.marketlake.config;

import dev.marketlake.calendar.ClockTime;
import dev.marketlake.calendar.DayRule;
import dev.marketlake.calendar.Holidays;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.InjectableValues;
import tools.jackson.databind.ObjectReader;
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
            .addModule(new SimpleModule()
                    .addDeserializer(Duration.class, new IsoDuration())
                    .addDeserializer(ClockTime.class, new Written<>(ClockTime.class, ClockTime::parse))
                    .addDeserializer(DayRule.class, new Written<>(DayRule.class, DayRule::parse))
                    .addDeserializer(Holidays.class, new Written<>(Holidays.class, Holidays::of))
                    .addDeserializer(LocalDate.class, new Written<>(LocalDate.class, ConfigFile::date))
                    .addDeserializer(ZoneId.class, new Written<>(ZoneId.class, ConfigFile::zone)))
            .build();

    private ConfigFile() {}

    /**
     * Reads {@code file} as a {@code type}.
     *
     * @throws InvalidConfig naming the file, the place in it, what is wrong and what is right
     */
    public static <T> T read(Path file, Class<T> type) {
        return read(file, YAML.readerFor(type));
    }

    /** The same with something that its entries are read by. @param known handed to parameters of its type that ask for it */
    static <T, K> T read(Path file, Class<T> type, Class<K> knownType, K known) {
        return read(file, YAML.readerFor(type).with(new InjectableValues.Std().addValue(knownType, known)));
    }

    private static <T> T read(Path file, ObjectReader reader) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidConfig(
                    file + " does not exist: create it or point MARKETLAKE_CONFIG at the folder that has it");
        }
        try {
            T value = reader.readValue(file);
            if (value == null) {
                throw new InvalidConfig(file + " is empty");
            }
            return value;
        } catch (JacksonException e) {
            throw new InvalidConfig(file + Complaint.of(e), e);
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException("'" + text + "' is not a date: write 2019-12-24", unreadable);
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a time zone: write a city's, such as Europe/London, or UTC", unknown);
        }
    }
}
