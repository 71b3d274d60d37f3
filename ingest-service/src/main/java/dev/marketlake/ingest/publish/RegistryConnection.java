package dev.marketlake.ingest.publish;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.ingest.fetch.Exchange;
import dev.marketlake.ingest.fetch.HttpGet;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the schema registry answers, asked with the addresses and credentials the serializer has. One address that answers is enough.
 * Safe for any thread.
 */
public final class RegistryConnection {
    private static final String VARIABLE = "SCHEMA_REGISTRY_URL";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpGet http;
    private final List<URI> addresses;
    private final Optional<String> userInfo;

    /**
     * @param config of the serializer, with Confluent's keys
     * @throws InvalidConfig where the address is missing or no http address; never quotes it, for it may hold a password
     */
    public RegistryConnection(HttpGet http, Map<String, ?> config) {
        this.http = http;
        String text = String.valueOf(config.get("schema.registry.url"));
        List<URI> given = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(RegistryConnection::address)
                .toList();
        this.addresses = given.stream().map(RegistryConnection::withoutUserInfo).toList();
        this.userInfo = "USER_INFO".equals(config.get("basic.auth.credentials.source"))
                ? Optional.ofNullable(config.get("basic.auth.user.info")).map(Object::toString)
                : Optional.ofNullable(given.getFirst().getUserInfo());
    }

    /** Asks each address until one answers. */
    public Reach reach() {
        String reason = "";
        for (URI address : addresses) {
            Exchange exchange = http.get(URI.create(address + "/schemas/types"), headers(), PATIENCE);
            if (exchange instanceof Exchange.Answered answer && answer.status() == 200) {
                return new Reach.Reached(address.toString());
            }
            reason = complaint(exchange);
        }
        return new Reach.Unreached(
                "the schema registry does not answer at " + addresses + " (" + VARIABLE + "): " + reason);
    }

    private static String complaint(Exchange exchange) {
        return switch (exchange) {
            case Exchange.NoAnswer none -> none.reason();
            case Exchange.Answered answer ->
                "HTTP " + answer.status()
                        + (answer.status() == 401 || answer.status() == 403 ? ", check basic.auth.user.info" : "");
        };
    }

    private Map<String, String> headers() {
        return userInfo.map(text -> Map.of(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))))
                .orElse(Map.of());
    }

    private static URI address(String text) {
        try {
            URI uri = URI.create(text.replaceAll("/+$", ""));
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Falls through: the text stays out of the message and the cause.
        }
        throw new InvalidConfig(VARIABLE + " is not an http:// or https:// address: correct it, for example"
                + " http://localhost:8081/apis/ccompat/v7");
    }

    private static URI withoutUserInfo(URI uri) {
        return uri.getRawUserInfo() == null ? uri : URI.create(uri.toString().replace(uri.getRawUserInfo() + "@", ""));
    }
}
