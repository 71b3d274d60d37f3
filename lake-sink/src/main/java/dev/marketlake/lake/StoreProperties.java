package dev.marketlake.lake;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.lake.store.StoreSettings;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code marketlake.store.*} as given; what makes sense is {@link StoreSettings}' business. The text form leaves the secret out.
 *
 * @param endpoint address of the S3 store
 * @param accessKey user name of the store
 * @param secretKey password of the store
 * @param region S3 region
 * @param bucket made where it is missing
 * @param timeout longest wait for one answer
 */
@ConfigurationProperties("marketlake.store")
record StoreProperties(
        @DefaultValue("http://localhost:9000") String endpoint,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("market-lake") String bucket,
        @DefaultValue("30s") Duration timeout) {

    /** @throws InvalidConfig naming the setting and the remedy */
    StoreSettings checked() {
        URI address;
        try {
            address = URI.create(endpoint.strip());
        } catch (IllegalArgumentException e) {
            throw new InvalidConfig("S3_ENDPOINT must look like http://localhost:9000");
        }
        return new StoreSettings(address, accessKey, secretKey, region, bucket, timeout);
    }

    @Override
    public String toString() {
        return "StoreProperties[endpoint=" + endpoint + ", bucket=" + bucket + ", region=" + region + "]";
    }
}
