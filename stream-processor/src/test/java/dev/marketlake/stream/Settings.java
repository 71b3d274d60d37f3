package dev.marketlake.stream;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as Spring binds them. */
public final class Settings {
    private Settings() {}

    public static StreamSettings defaults() {
        return bound(Map.of());
    }

    /** The defaults, but minutes are rolled up to days alone, so that a test sees few rows. */
    public static StreamSettings minutesAndDays() {
        return of(Map.of());
    }

    /**
     * As {@link #minutesAndDays()}, with these.
     *
     * @param properties names without the prefix, for example {@code depth-sessions}
     */
    public static StreamSettings of(Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(Map.of("roll-ups", "1d"));
        all.putAll(properties);
        return bound(all);
    }

    private static StreamSettings bound(Map<String, Object> properties) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        properties.forEach((name, value) -> source.put("marketlake.stream." + name, value));
        return new Binder(source).bindOrCreate("marketlake.stream", StreamSettings.class);
    }
}
