package dev.marketlake.lake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The MinIO SDK against a real S3 endpoint. */
abstract class MinioObjectStoreContract implements ObjectStoreContract {
    private final Supplier<StoreSettings> freshBucket;
    private final StoreSettings settings;
    private final MinioObjectStore store;

    @RegisterExtension
    final OwnBucket bucket;

    /** @param freshBucket settings of a bucket that nobody has used, another one each time */
    MinioObjectStoreContract(Supplier<StoreSettings> freshBucket) {
        this.freshBucket = freshBucket;
        this.settings = freshBucket.get();
        this.bucket = new OwnBucket(settings);
        this.store = bucket.store();
    }

    @Override
    public ObjectStore store() {
        return store;
    }

    @Test
    void it_is_safe_to_hold_a_lake() throws StoreFailure {
        assertThat(new StoreProbe(store).verdict()).isInstanceOf(StoreProbe.Verdict.Safe.class);
    }

    @Test
    void a_bucket_made_twice_is_no_failure() throws StoreFailure {
        store.ensureBucket();
    }

    @Test
    void wrong_credentials_are_denied_with_the_settings_named_and_no_secret_told() {
        StoreSettings wrong = new StoreSettings(
                settings.endpoint(),
                settings.accessKey(),
                "not-the-secret",
                "us-east-1",
                settings.bucket(),
                settings.timeout());
        try (MinioObjectStore stranger = MinioObjectStore.of(wrong)) {
            assertThatThrownBy(stranger::ensureBucket)
                    .isInstanceOf(StoreFailure.Denied.class)
                    .hasMessageContaining("S3_ACCESS_KEY")
                    .hasMessageNotContaining("not-the-secret");
            assertThatThrownBy(() -> stranger.put("x", new byte[1])).isInstanceOf(StoreFailure.Denied.class);
        }
    }

    @Test
    void a_store_that_is_not_there_is_unavailable() {
        StoreSettings nowhere = new StoreSettings(
                URI.create("http://127.0.0.1:1"), "user", "password", "us-east-1", "lake", Duration.ofSeconds(2));
        try (MinioObjectStore none = MinioObjectStore.of(nowhere)) {
            assertThatThrownBy(() -> none.get("x"))
                    .isInstanceOf(StoreFailure.Unavailable.class)
                    .hasMessageContaining("http://127.0.0.1:1");
        }
    }

    @Test
    void a_missing_bucket_is_not_found_by_name() {
        try (MinioObjectStore none = MinioObjectStore.of(freshBucket.get())) {
            assertThatThrownBy(() -> none.get("x")).isInstanceOf(StoreFailure.NotFound.class);
        }
    }
}
