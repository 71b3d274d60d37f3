package dev.marketlake.lake.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The MinIO SDK against S3Proxy on a folder, as the all-in-one runs it. */
class MinioObjectStoreOnAFolderTest implements ObjectStoreContract {
    private final StoreSettings settings = LocalStore.freshBucket();
    private final MinioObjectStore store = MinioObjectStore.of(settings);

    @BeforeEach
    void makeBucket() throws StoreFailure {
        store.ensureBucket();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public ObjectStore store() {
        return store;
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
        try (MinioObjectStore none = MinioObjectStore.of(LocalStore.freshBucket())) {
            assertThatThrownBy(() -> none.get("x")).isInstanceOf(StoreFailure.NotFound.class);
        }
    }
}
