package dev.marketlake.proofs.journey;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.MinIOContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** Broker, registry and object store in containers, by the image names of docker-compose.yml. */
record ComposeImages(KafkaContainer kafka, GenericContainer<?> registry, MinIOContainer minio)
        implements AutoCloseable {
    private static final String KAFKA = "apache/kafka:4.3.1";
    private static final String REGISTRY = "apicurio/apicurio-registry:3.3.3";
    private static final String MINIO = "quay.io/minio/minio:RELEASE.2025-09-07T16-13-09Z";
    private static final List<String> COMPOSE_COMMAND = List.of("server", "/data", "--console-address", ":9001");
    private static final int STORE_PORT = 9000;
    private static final int REGISTRY_PORT = 8080;
    private static final int REGISTRY_HEALTH_PORT = 9000;

    /** Asks at most once, and not at all where neither a socket nor DOCKER_HOST is there. */
    static boolean dockerAnswers() {
        var possible = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        try {
            return possible && DockerClientFactory.instance().isDockerAvailable();
        } catch (ContainerFetchException withoutImages) {
            // Testcontainers starts a helper of its own first: an engine without its image can run nothing for it.
            return false;
        }
    }

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
        var minio = new MinIOContainer(DockerImageName.parse(MINIO).asCompatibleSubstituteFor("minio/minio"))
                .withCreateContainerCmdModifier(create -> create.withCmd(COMPOSE_COMMAND))
                .waitingFor(Wait.forListeningPorts(STORE_PORT).withStartupTimeout(Duration.ofMinutes(3)));
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
