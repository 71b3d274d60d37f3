package dev.marketlake.stream.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks whether the schema registry answers us. Safe for any thread. */
final class RegistryProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String URL = "schema.registry.url";

    private final String[] urls;
    private final @Nullable String userInfo;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** @param registry serializer configuration under Confluent's keys */
    RegistryProbe(Map<String, ?> registry) {
        this.urls = String.valueOf(registry.get(URL)).split(",", -1);
        Object info = registry.get("basic.auth.user.info");
        this.userInfo = info == null ? null : info.toString();
    }

    /** Empty where one of its addresses answers; else what is wrong and what to correct, without secrets. */
    Optional<String> trouble() {
        String trouble = "";
        for (String url : urls) {
            try {
                URI base = URI.create(url.strip().replaceAll("/+$", ""));
                int status = http.send(request(base), HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status / 100 == 2) {
                    return Optional.empty();
                }
                trouble = status == 401 || status == 403
                        ? "schema registry at " + host(base) + " refuses our credentials: correct basic.auth.user.info"
                        : "schema registry at " + host(base) + " answers HTTP " + status + ": correct " + URL;
            } catch (IOException e) {
                trouble = "schema registry does not answer at " + host(URI.create(url.strip()))
                        + ": start it, or correct " + URL;
            } catch (IllegalArgumentException e) {
                trouble = URL + " is not a list of http addresses: correct it";
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                trouble = "interrupted while asking the schema registry";
            }
        }
        return Optional.of(trouble);
    }

    private HttpRequest request(URI base) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(withoutUser(base) + "/subjects"))
                .timeout(PATIENCE)
                .GET();
        String info = userInfo == null ? base.getUserInfo() : userInfo;
        if (info != null) {
            String basic = Base64.getEncoder().encodeToString(info.getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + basic);
        }
        return request.build();
    }

    private static String withoutUser(URI base) {
        return base.getRawUserInfo() == null
                ? base.toString()
                : base.toString().replace(base.getRawUserInfo() + "@", "");
    }

    private static String host(URI base) {
        return base.getHost() + ":" + base.getPort();
    }
}
