package dev.marketlake.backing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.GetObjectArgs;
import io.minio.Http;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.errors.ErrorResponseException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectStoreTest {
    @TempDir
    Path dir;

    @Test
    void the_second_writer_of_a_key_is_refused() throws Exception {
        try (var store = ObjectStore.start(ObjectStoreSettings.in(dir))) {
            var client = clientWithBucket(store);
            putIfAbsent(client, "log/0.json", "first");

            assertThatThrownBy(() -> putIfAbsent(client, "log/0.json", "second"))
                    .isInstanceOfSatisfying(
                            ErrorResponseException.class,
                            refusal -> assertThat(refusal.response().code()).isEqualTo(412));

            assertThat(get(client, "log/0.json")).isEqualTo("first");
        }
    }

    @Test
    void objects_are_plain_files_that_survive_a_kill() throws Exception {
        try (var store = ObjectStore.start(ObjectStoreSettings.in(dir))) {
            putIfAbsent(clientWithBucket(store), "log/0.json", "kept");

            store.kill();
            store.restart();

            assertThat(get(client(store, store.secretKey()), "log/0.json")).isEqualTo("kept");
            assertThat(dir.resolve("data/lake/log/0.json")).hasContent("kept");
        }
    }

    @Test
    void a_wrong_secret_is_refused() throws Exception {
        try (var store = ObjectStore.start(ObjectStoreSettings.in(dir))) {
            putIfAbsent(clientWithBucket(store), "log/0.json", "private");

            assertThatThrownBy(() -> get(client(store, "not-the-secret"), "log/0.json"))
                    .isInstanceOfSatisfying(
                            ErrorResponseException.class,
                            refusal -> assertThat(refusal.response().code()).isEqualTo(403));
        }
    }

    private static MinioClient clientWithBucket(ObjectStore store) throws Exception {
        var client = client(store, store.secretKey());
        client.makeBucket(MakeBucketArgs.builder().bucket("lake").build());
        return client;
    }

    private static MinioClient client(ObjectStore store, String secretKey) {
        return MinioClient.builder()
                .endpoint(store.endpoint())
                .credentials(store.accessKey(), secretKey)
                .region("us-east-1")
                .build();
    }

    private static void putIfAbsent(MinioClient client, String key, String text) throws Exception {
        var bytes = text.getBytes(UTF_8);
        client.putObject(PutObjectArgs.builder()
                .bucket("lake")
                .object(key)
                .data(bytes, bytes.length)
                .extraHeaders(new Http.Headers(Map.of("If-None-Match", "*")))
                .build());
    }

    private static String get(MinioClient client, String key) throws Exception {
        try (var object = client.getObject(
                GetObjectArgs.builder().bucket("lake").object(key).build())) {
            return new String(object.readAllBytes(), UTF_8);
        }
    }
}
