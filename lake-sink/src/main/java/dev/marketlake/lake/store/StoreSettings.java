package dev.marketlake.lake.store;

import dev.marketlake.config.InvalidConfig;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Where the lake is. The text form leaves the secret out.
 *
 * @param endpoint of the S3 store, for example {@code http://localhost:9000}
 * @param accessKey user name of the store
 * @param secretKey password of the store
 * @param region S3 region; stores of one's own mostly take any
 * @param bucket made where it is missing
 * @param timeout longest wait for one answer
 */
public record StoreSettings(
        URI endpoint, String accessKey, String secretKey, String region, String bucket, Duration timeout) {
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    public StoreSettings {
        if (!("http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme()))
                || endpoint.getHost() == null
                || endpoint.getUserInfo() != null) {
            throw new InvalidConfig(
                    "the object store's address (S3_ENDPOINT, --endpoint) must look like http://localhost:9000, without user or password in it");
        }
        if (accessKey.isBlank() || secretKey.isBlank()) {
            throw new InvalidConfig(
                    "S3_ACCESS_KEY and S3_SECRET_KEY are needed: set both to the object store's credentials");
        }
        if (region.isBlank()) {
            throw new InvalidConfig("S3_REGION is empty: set it to the store's region, us-east-1 where it has none");
        }
        if (!BUCKET.matcher(bucket).matches()) {
            throw new InvalidConfig("MARKETLAKE_BUCKET '" + bucket
                    + "' is no bucket name: use 3 to 63 of a-z 0-9 . - and start and end with a letter or digit");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new InvalidConfig("marketlake.store.timeout must be longer than nothing: " + timeout);
        }
    }

    /** Answers are awaited for 30 seconds. */
    public static StoreSettings of(URI endpoint, String accessKey, String secretKey, String region, String bucket) {
        return new StoreSettings(endpoint, accessKey, secretKey, region, bucket, DEFAULT_TIMEOUT);
    }

    /** The same store with another longest wait. */
    public StoreSettings withTimeout(Duration wait) {
        return new StoreSettings(endpoint, accessKey, secretKey, region, bucket, wait);
    }

    /** The same store at another address, for example behind a proxy. */
    public StoreSettings at(URI address) {
        return new StoreSettings(address, accessKey, secretKey, region, bucket, timeout);
    }

    /** Another bucket of the same store. */
    public StoreSettings inBucket(String other) {
        return new StoreSettings(endpoint, accessKey, secretKey, region, other, timeout);
    }

    @Override
    public String toString() {
        return "StoreSettings[endpoint=" + endpoint + ", bucket=" + bucket + ", region=" + region + "]";
    }
}
