package dev.marketlake.lake.store;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** A bucket through the MinIO SDK: MinIO, AWS S3 or anything that speaks S3 and honours conditional puts. */
public final class MinioObjectStore implements ObjectStore {
    private static final Map<String, String> ONLY_IF_ABSENT = Map.of("If-None-Match", "*");
    private static final int CONNECTIONS = 64;
    private static final int PAGE = 1000;

    private final String bucket;
    private final String region;
    private final StoreAnswers answers;
    private final OkHttpClient http;
    private final MinioClient client;

    private MinioObjectStore(StoreSettings settings, EventListener watch) {
        this.bucket = settings.bucket();
        this.region = settings.region();
        this.answers = new StoreAnswers(settings);
        this.http = http(settings, watch);
        this.client = MinioClient.builder()
                .endpoint(settings.endpoint().toString())
                .credentials(settings.accessKey(), settings.secretKey())
                .region(settings.region())
                .httpClient(http)
                .build();
    }

    /** Does not talk to the store yet. */
    public static MinioObjectStore of(StoreSettings settings) {
        return of(settings, EventListener.NONE);
    }

    /** The same. @param watch told of every request, by any thread */
    public static MinioObjectStore of(StoreSettings settings, EventListener watch) {
        return new MinioObjectStore(settings, watch);
    }

    private static OkHttpClient http(StoreSettings settings, EventListener watch) {
        Dispatcher dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
        dispatcher.setMaxRequests(CONNECTIONS);
        dispatcher.setMaxRequestsPerHost(CONNECTIONS);
        return new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .socketFactory(new NoDelaySockets())
                .connectionPool(new ConnectionPool(16, 1, TimeUnit.MINUTES))
                .dispatcher(dispatcher)
                .eventListener(watch)
                .connectTimeout(settings.timeout())
                .readTimeout(settings.timeout())
                .writeTimeout(settings.timeout())
                .build();
    }

    @Override
    public String bucket() {
        return bucket;
    }

    @Override
    public void ensureBucket() throws StoreFailure {
        BucketExistsArgs question =
                BucketExistsArgs.builder().bucket(bucket).region(region).build();
        if (answers.about(bucket, () -> client.bucketExists(question))) {
            return;
        }
        try {
            answers.about(bucket, () -> {
                client.makeBucket(
                        MakeBucketArgs.builder().bucket(bucket).region(region).build());
                return true;
            });
        } catch (StoreFailure.Conflict madeByAnother) {
            // Two instances start at once: either way it is there now.
        }
    }

    @Override
    public byte[] get(String key) throws StoreFailure {
        return read(key, GetObjectArgs.builder().bucket(bucket).object(key).build());
    }

    @Override
    public byte[] get(String key, long offset, long length) throws StoreFailure {
        return read(
                key,
                GetObjectArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .offset(offset)
                        .length(length)
                        .build());
    }

    private byte[] read(String key, GetObjectArgs request) throws StoreFailure {
        return answers.about(key, () -> {
            try (GetObjectResponse answer = client.getObject(request)) {
                return answer.readAllBytes();
            }
        });
    }

    @Override
    public void put(String key, byte[] content) throws StoreFailure {
        write(key, PutObjectArgs.builder().bucket(bucket).object(key).data(content, content.length));
    }

    @Override
    public void putIfAbsent(String key, byte[] content) throws StoreFailure {
        write(
                key,
                PutObjectArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .data(content, content.length)
                        .extraHeaders(ONLY_IF_ABSENT));
    }

    private void write(String key, PutObjectArgs.Builder request) throws StoreFailure {
        answers.about(key, () -> client.putObject(request.build()));
    }

    @Override
    public StoredObject head(String key) throws StoreFailure {
        return answers.about(key, () -> {
            StatObjectResponse found = client.statObject(
                    StatObjectArgs.builder().bucket(bucket).object(key).build());
            return new StoredObject(key, found.size(), found.lastModified().toInstant());
        });
    }

    @Override
    public List<StoredObject> list(String prefix, String from) throws StoreFailure {
        ListObjectsArgs.Builder request = ListObjectsArgs.builder()
                .bucket(bucket)
                .prefix(prefix)
                .delimiter("/")
                .maxKeys(PAGE);
        if (!from.isEmpty()) {
            // S3's start-after leaves out the key itself: start at something before it, then filter.
            request.startAfter(from.substring(0, from.length() - 1));
        }
        return answers.about(prefix, () -> objects(client.listObjects(request.build()), from));
    }

    @Override
    public List<StoredObject> walk(String prefix) throws StoreFailure {
        ListObjectsArgs request = ListObjectsArgs.builder()
                .bucket(bucket)
                .prefix(prefix)
                .recursive(true)
                .maxKeys(PAGE)
                .build();
        return answers.about(prefix, () -> objects(client.listObjects(request), ""));
    }

    private static List<StoredObject> objects(Iterable<Result<Item>> items, String from)
            throws MinioException, IOException {
        List<StoredObject> found = new ArrayList<>();
        for (Result<Item> result : items) {
            Item item = result.get();
            if (!item.isDir() && item.objectName().compareTo(from) >= 0) {
                found.add(new StoredObject(
                        item.objectName(), item.size(), item.lastModified().toInstant()));
            }
        }
        found.sort(Comparator.comparing(StoredObject::key));
        return found;
    }

    @Override
    public void delete(String key) throws StoreFailure {
        answers.about(key, () -> {
            client.removeObject(
                    RemoveObjectArgs.builder().bucket(bucket).object(key).build());
            return true;
        });
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
