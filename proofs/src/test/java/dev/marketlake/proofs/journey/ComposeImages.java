package dev.marketlake.proofs.journey;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.marketlake.lake.store.MinioServer;
import java.time.Duration;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.MinIOContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;

/** Broker, registry and object store in containers, by the image names of docker-compose.yml. */
record ComposeImages(KafkaContainer kafka, GenericContainer<?> registry, MinIOContainer minio)
        implements AutoCloseable {
    private static final String KAFKA = "apache/kafka:4.3.1";
    private static final String REGISTRY = "apicurio/apicurio-registry:3.3.3";
    private static final int REGISTRY_PORT = 8080;
    private static final int REGISTRY_HEALTH_PORT = 9000;

    /** Skips the test where an image is neither here nor to be had. */
    @SuppressWarnings("resource") // closed by close(), or below
    static ComposeImages start() {
        // By the port, not by a line of its log: the log level belongs to the image.
        var kafka =
                new KafkaContainer(KAFKA).waitingFor(Wait.forListeningPort().withStartupTimeout(Duration.ofMinutes(3)));
        GenericContainer<?> registry = new GenericContainer<>(REGISTRY)
                .withExposedPorts(REGISTRY_PORT, REGISTRY_HEALTH_PORT)
                .waitingFor(Wait.forHttp("/health/ready")
                        .forPort(REGISTRY_HEALTH_PORT)
                        .withStartupTimeout(Duration.ofMinutes(3)));
        var minio = MinioServer.container();
        var images = new ComposeImages(kafka, registry, minio);
        try {
            kafka.start();
            registry.start();
            minio.start();
            return images;
        } catch (ContainerFetchException outOfReach) {
            images.close();
            return abort("image out of reach: " + outOfReach.getMessage());
        } catch (RuntimeException failure) {
            images.close();
            throw failure;
        }
    }

    String registryUrl() {
        return "http://" + registry.getHost() + ":" + registry.getMappedPort(REGISTRY_PORT) + "/apis/ccompat/v7";
    }

    @Override
    public void close() {
        minio.stop();
        registry.stop();
        kafka.stop();
    }
}
