package dev.marketlake.serde;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;

/**
 * What the serializers read from their configuration, under Confluent's keys.
 *
 * @param urls base addresses of the registry, tried in order
 * @param authorization value of the Authorization header; never logged
 * @param autoRegister whether an unknown schema is registered on first use
 * @param useLatestVersion whether the newest registered schema is written with instead of the record's own
 * @param specificReader whether values are read into generated classes
 */
record RegistrySettings(
        List<URI> urls,
        Optional<String> authorization,
        boolean autoRegister,
        boolean useLatestVersion,
        boolean specificReader) {
    static final String URL = "schema.registry.url";
    static final String AUTO_REGISTER = "auto.register.schemas";
    static final String USE_LATEST = "use.latest.version";
    static final String SPECIFIC_READER = "specific.avro.reader";
    static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";
    static final String USER_INFO = "basic.auth.user.info";
    private static final String STRATEGY = "TopicNameStrategy";

    static RegistrySettings of(Map<String, ?> config) {
        Object url = config.get(URL);
        if (url == null || url.toString().isBlank()) {
            throw new ConfigException(
                    URL, url, "is missing: set it to the registry, for example http://localhost:8081");
        }
        for (String key : List.of("key.subject.name.strategy", "value.subject.name.strategy")) {
            Object strategy = config.get(key);
            if (strategy != null && !strategy.toString().endsWith(STRATEGY)) {
                throw new ConfigException(key, strategy, "is not supported: leave it out or use " + STRATEGY);
            }
        }
        List<URI> urls = Arrays.stream(url.toString().split(","))
                .map(String::strip)
                .map(RegistrySettings::uri)
                .toList();
        return new RegistrySettings(
                urls.stream().map(RegistrySettings::withoutUserInfo).toList(),
                authorization(config, urls.getFirst()),
                flag(config, AUTO_REGISTER, true),
                flag(config, USE_LATEST, false),
                flag(config, SPECIFIC_READER, false));
    }

    private static URI uri(String text) {
        try {
            URI uri = URI.create(text.replaceAll("/+$", ""));
            if (!"http".equals(uri.getScheme()) && !"https".equals(uri.getScheme())) {
                throw new ConfigException(URL, "(hidden)", "must start with http:// or https://");
            }
            return uri;
        } catch (IllegalArgumentException e) {
            // The text may hold a password: it stays out of the message and the cause.
            throw new ConfigException(URL, "(hidden)", "is not a URL");
        }
    }

    private static URI withoutUserInfo(URI uri) {
        return uri.getRawUserInfo() == null ? uri : URI.create(uri.toString().replace(uri.getRawUserInfo() + "@", ""));
    }

    private static Optional<String> authorization(Map<String, ?> config, URI first) {
        Object source = config.get(CREDENTIALS_SOURCE);
        String kind = source == null ? "URL" : source.toString();
        return switch (kind) {
            case "URL" -> Optional.ofNullable(first.getUserInfo()).map(RegistrySettings::basic);
            case "USER_INFO" -> {
                Object info = config.get(USER_INFO);
                if (info == null || !info.toString().contains(":")) {
                    throw new ConfigException(
                            USER_INFO,
                            "(hidden)",
                            "must be user:password where " + CREDENTIALS_SOURCE + " is USER_INFO");
                }
                yield Optional.of(basic(info.toString()));
            }
            default -> throw new ConfigException(CREDENTIALS_SOURCE, kind, "is not supported: use URL or USER_INFO");
        };
    }

    private static String basic(String userInfo) {
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean flag(Map<String, ?> config, String key, boolean otherwise) {
        Object value = config.get(key);
        return value == null ? otherwise : Boolean.parseBoolean(value.toString());
    }

    @Override
    public String toString() {
        return "RegistrySettings" + urls;
    }
}
