package dev.marketlake.serde;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;

/**
 * One address of the registry.
 *
 * @param base address without credentials and without a slash at its end
 * @param authorization value of the Authorization header; in no text form of this record
 */
record RegistryEndpoint(URI base, Optional<String> authorization) {

    /** @param text as configured; {@code http://user:password@host} carries its own credentials */
    static RegistryEndpoint parse(String text) {
        URI uri = uri(text);
        if (uri.getUserInfo() == null) {
            return new RegistryEndpoint(uri, Optional.empty());
        }
        URI withoutUserInfo = URI.create(uri.toString().replace(uri.getRawUserInfo() + "@", ""));
        return new RegistryEndpoint(withoutUserInfo, Optional.of(basic(uri.getUserInfo())));
    }

    /** The same address; {@code userInfo} is {@code user:password}. */
    RegistryEndpoint authorizedBy(String userInfo) {
        return new RegistryEndpoint(base, Optional.of(basic(userInfo)));
    }

    private static URI uri(String text) {
        // The text may hold a password: it stays out of messages and causes.
        try {
            URI uri = URI.create(text.replaceAll("/+$", ""));
            if (!"http".equals(uri.getScheme()) && !"https".equals(uri.getScheme())) {
                throw wrong("must start with http:// or https://");
            }
            if (uri.getHost() == null) {
                throw wrong("names no host");
            }
            return uri;
        } catch (IllegalArgumentException e) {
            throw wrong("is not a URL");
        }
    }

    private static ConfigException wrong(String what) {
        return new ConfigException(
                RegistrySettings.URL,
                "(hidden)",
                what + ": an address looks like http://localhost:8081/apis/ccompat/v7, several are divided by commas");
    }

    private static String basic(String userInfo) {
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
