package dev.marketlake.backing.objectstore;

import java.net.URI;
import java.nio.file.Files;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * Serves a folder over S3 until SIGTERM: {@code --dir DIR --port P}, credentials in {@code S3_ACCESS_KEY} and
 * {@code S3_SECRET_KEY}.
 *
 * <p>The object {@code KEY} of bucket {@code BUCKET} is the plain file {@code DIR/BUCKET/KEY}. Prints {@code READY} on
 * standard output once clients are served, and nothing else there. Requests must carry an AWS v4 signature. Files are
 * not forced to disk: they outlive this process, not a loss of power.
 */
public final class ObjectStoreProgram {
    private static final int THREADS = 24;

    private ObjectStoreProgram() {}

    public static void main(String[] arguments) throws Exception {
        var options = ObjectStoreOptions.parse(System.getenv(), arguments);
        Files.createDirectories(options.dir());
        var server = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(options.dir().toString()))
                .endpoint(URI.create("http://127.0.0.1:" + options.port()))
                .awsAuthentication(AuthenticationType.AWS_V4, options.accessKey(), options.secretKey())
                .jettyMaxThreads(THREADS)
                .build();
        server.start();
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform().name("object-store-shutdown").unstarted(() -> stop(server)));
        System.out.println("READY");
    }

    private static void stop(S3Proxy server) {
        try {
            server.stop();
        } catch (Exception failure) {
            System.err.println("the object store did not stop cleanly: " + failure);
        }
    }
}
