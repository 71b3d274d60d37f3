package dev.marketlake.serde;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/**
 * What the serializers read from their configuration, under Confluent's keys. A setting of Confluent's that would change what happens
 * and is not supported is refused, never ignored.
 *
 * @param endpoints the registry's addresses, tried in order
 * @param patience how long one address may take for a whole answer
 * @param autoRegister whether an unknown schema is registered on first use
 * @param useLatestVersion whether the subject's newest schema is written with instead of the record's own; only without autoRegister
 * @param specificReader whether values are read into generated classes
 */
record RegistrySettings(
        List<RegistryEndpoint> endpoints,
        Duration patience,
        boolean autoRegister,
        boolean useLatestVersion,
        boolean specificReader) {
    static final String URL = "schema.registry.url";
    static final String READ_TIMEOUT = "http.read.timeout.ms";
    static final String AUTO_REGISTER = "auto.register.schemas";
    static final String USE_LATEST = "use.latest.version";
    static final String SPECIFIC_READER = "specific.avro.reader";
    static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";
    static final String USER_INFO = "basic.auth.user.info";

    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(10);
    private static final String STRATEGY = "TopicNameStrategy";
    private static final List<String> STRATEGIES = List.of("key.subject.name.strategy", "value.subject.name.strategy");
    /** Confluent takes the registry client's keys with this prefix too. */
    private static final String CLIENT_PREFIX = "schema.registry.";

    private static final List<String> REFUSED =
            List.of("bearer.auth.credentials.source", "ssl.truststore.location", "ssl.keystore.location", "proxy.host");

    static RegistrySettings of(Map<String, ?> config) {
        refuseUnsupported(config);
        return new RegistrySettings(
                endpoints(config),
                patience(config),
                flag(config, AUTO_REGISTER, true),
                flag(config, USE_LATEST, false),
                flag(config, SPECIFIC_READER, false));
    }

    private static void refuseUnsupported(Map<String, ?> config) {
        for (String key : STRATEGIES) {
            Object strategy = config.get(key);
            if (strategy != null && !strategy.toString().endsWith(STRATEGY)) {
                throw new ConfigException(key, strategy, "is not supported: leave it out or use " + STRATEGY);
            }
        }
        for (String key : REFUSED) {
            if (config.get(CLIENT_PREFIX + key) != null) {
                throw new ConfigException(
                        CLIENT_PREFIX + key,
                        "(hidden)",
                        "is not supported: use basic authentication, and the JVM's own javax.net.ssl and proxy properties");
            }
        }
    }

    private static List<RegistryEndpoint> endpoints(Map<String, ?> config) {
        Object urls = config.get(URL);
        if (urls == null || text(urls).isBlank()) {
            throw new ConfigException(
                    URL, urls, "is missing: set it to the registry, for example http://localhost:8081/apis/ccompat/v7");
        }
        List<RegistryEndpoint> endpoints = Arrays.stream(text(urls).split(",", -1))
                .map(String::strip)
                .map(RegistryEndpoint::parse)
                .toList();
        Optional<String> userInfo = userInfo(config);
        return userInfo.isEmpty()
                ? endpoints
                : endpoints.stream()
                        .map(endpoint -> endpoint.authorizedBy(userInfo.get()))
                        .toList();
    }

    /** Empty where each URL brings its own. */
    private static Optional<String> userInfo(Map<String, ?> config) {
        String source = clientSetting(config, CREDENTIALS_SOURCE);
        return switch (source == null || source.isBlank() ? "URL" : source) {
            case "URL" -> Optional.empty();
            case "USER_INFO" -> {
                String info = clientSetting(config, USER_INFO);
                if (info == null || info.indexOf(':') < 1) {
                    throw new ConfigException(
                            USER_INFO,
                            "(hidden)",
                            "must be user:password where " + CREDENTIALS_SOURCE + " is USER_INFO");
                }
                yield Optional.of(info);
            }
            default -> throw new ConfigException(CREDENTIALS_SOURCE, source, "is not supported: use URL or USER_INFO");
        };
    }

    private static @Nullable String clientSetting(Map<String, ?> config, String key) {
        Object value = config.get(key);
        Object set = value == null ? config.get(CLIENT_PREFIX + key) : value;
        return set == null ? null : text(set);
    }

    private static Duration patience(Map<String, ?> config) {
        String millis = clientSetting(config, READ_TIMEOUT);
        if (millis == null || millis.isBlank()) {
            return USUAL_PATIENCE;
        }
        if (!millis.strip().matches("[1-9][0-9]{0,8}")) {
            throw new ConfigException(READ_TIMEOUT, millis, "must be a number of milliseconds, at least 1");
        }
        return Duration.ofMillis(Long.parseLong(millis.strip()));
    }

    private static boolean flag(Map<String, ?> config, String key, boolean otherwise) {
        Object value = config.get(key);
        return switch (value == null
                ? Boolean.toString(otherwise)
                : text(value).strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new ConfigException(key, value, "must be true or false");
        };
    }

    private static String text(Object value) {
        // A list arrives where a framework has split the commas already.
        return switch (value) {
            case Password password -> password.value();
            case List<?> list ->
                String.join(",", list.stream().map(String::valueOf).toList());
            default -> value.toString();
        };
    }
}
