package dev.marketlake.lake.sink;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Asks the schema registry whether it is there. Decoding goes through the serde. */
public final class Registry {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int UNAUTHORIZED = 401;

    private final List<URI> addresses;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** @param urls as in {@code schema.registry.url}: one or more, separated by commas */
    public Registry(String urls) {
        this.addresses = Arrays.stream(urls.split(","))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .map(url -> URI.create(url.replaceAll("//[^/@]*@", "//").replaceAll("/+$", "")))
                .toList();
    }

    /** Whether any of its addresses answers now. A refusal to serve without credentials is an answer too. */
    public Reach reach() {
        for (URI address : addresses) {
            try {
                HttpRequest question = HttpRequest.newBuilder(URI.create(address + "/subjects"))
                        .timeout(PATIENCE)
                        .build();
                int status = http.send(question, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                if (status / 100 == 2 || status == UNAUTHORIZED) {
                    return new Reach.Reached(address.toString());
                }
            } catch (IOException e) {
                // The next address may answer.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Reach.Unreached("interrupted while asking the schema registry");
            }
        }
        return new Reach.Unreached(
                "the schema registry does not answer at " + addresses + ": start it, or correct SCHEMA_REGISTRY_URL");
    }
}
