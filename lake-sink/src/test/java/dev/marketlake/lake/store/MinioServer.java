package dev.marketlake.lake.store;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.MinIOContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** MinIO in a container, by the image and the command of docker-compose.yml. */
public final class MinioServer {
    private static final DockerImageName IMAGE = DockerImageName.parse(
                    "quay.io/minio/minio:RELEASE.2025-09-07T16-13-09Z")
            .asCompatibleSubstituteFor("minio/minio");
    private static final List<String> COMMAND = List.of("server", "/data", "--console-address", ":9001");
    private static final int PORT = 9000;
    private static final String REGION = "us-east-1";

    private MinioServer() {}

    /** One for all tests of this JVM, ended with it. */
    private static final class Shared {
        private static final Optional<MinIOContainer> SERVER = started();

        private static Optional<MinIOContainer> started() {
            if (!dockerAnswers()) {
                return Optional.empty();
            }
            MinIOContainer server = container();
            try {
                server.start();
            } catch (ContainerFetchException outOfReach) {
                return Optional.empty();
            }
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
            return Optional.of(server);
        }
    }

    /** Whether there is one: tests are skipped where no Docker answers, and where it has not the image and cannot get it. */
    public static boolean answers() {
        return Shared.SERVER.isPresent();
    }

    /** Asks at most once, and not at all where neither a socket nor DOCKER_HOST is there. */
    public static boolean dockerAnswers() {
        boolean possible = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        try {
            return possible
                    && DockerClientFactory.instance().isDockerAvailable()
                    && !DockerClientFactory.instance().dockerHostIpAddress().isEmpty();
        } catch (RuntimeException withoutImages) {
            // Testcontainers starts helpers of its own first: an engine that has not their images can run nothing for
            // it.
            return false;
        }
    }

    /** One of the caller's own, not started. */
    public static MinIOContainer container() {
        return new MinIOContainer(IMAGE)
                .withCreateContainerCmdModifier(create -> create.withCmd(COMMAND))
                .waitingFor(Wait.forListeningPorts(PORT).withStartupTimeout(Duration.ofMinutes(3)));
    }

    /** Settings of a bucket that nobody has used, on the shared one. */
    public static StoreSettings freshBucket() {
        return bucket(Shared.SERVER.orElseThrow(), "test-" + UUID.randomUUID());
    }

    /** Settings of a bucket. */
    public static StoreSettings bucket(MinIOContainer server, String name) {
        return StoreSettings.of(
                URI.create(server.getS3URL()), server.getUserName(), server.getPassword(), REGION, name);
    }
}
