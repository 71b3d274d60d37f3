package dev.marketlake.ingest.fetch;

import dev.marketlake.config.InvalidConfig;
import java.net.URI;
import java.time.Duration;

/**
 * How to reach a provider.
 *
 * @param baseUrl without a slash at the end
 * @param key its key
 * @param timeout for a whole exchange, connecting and reading the body included
 */
public record Access(URI baseUrl, Secret key, Duration timeout) {

    /** @throws InvalidConfig naming {@code variable} where the text is no http address */
    public static URI baseUrl(String variable, String text) {
        String remedy = variable + " '" + shown(text)
                + "' is not an http:// or https:// address without user, query and fragment: correct it";
        try {
            URI uri = URI.create(text.strip().replaceAll("/+$", ""));
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (!http
                    || uri.getHost() == null
                    || uri.getRawQuery() != null
                    || uri.getRawFragment() != null
                    || uri.getRawUserInfo() != null) {
                throw new InvalidConfig(remedy);
            }
            return uri;
        } catch (IllegalArgumentException notAnAddress) {
            throw new InvalidConfig(remedy); // the cause would quote what is hidden
        }
    }

    /** An address as it may be told: without what stands before an {@code @}. */
    public static String shown(String address) {
        return address.replaceAll("//[^/]*@", "//(hidden)@");
    }
}
