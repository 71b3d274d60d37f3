package dev.marketlake.stream;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as Spring binds them. */
public final class Settings {
    private Settings() {}

    public static StreamSettings defaults() {
        return of(Map.of());
    }

    /** @param properties names without the prefix, for example {@code depth-sessions} */
    public static StreamSettings of(Map<String, Object> properties) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        properties.forEach((name, value) -> source.put("marketlake.stream." + name, value));
        return new Binder(source).bindOrCreate("marketlake.stream", StreamSettings.class);
    }
}
