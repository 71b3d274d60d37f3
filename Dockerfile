# One recipe for the four services; docker-compose.yml names the one to build by SERVICE.
# Build the jars first: ./mvnw -DskipTests package
FROM eclipse-temurin:25-jre

ARG SERVICE
RUN groupadd --gid 10001 marketlake \
 && useradd --uid 10001 --gid marketlake --no-create-home --shell /usr/sbin/nologin marketlake \
 && mkdir -p /app /var/lib/marketlake \
 && chown marketlake:marketlake /var/lib/marketlake

COPY docker/healthcheck docker/start docker/train /usr/local/bin/
COPY ${SERVICE}/target/lib /app/lib
COPY ${SERVICE}/target/${SERVICE}-*.jar /app/service.jar
COPY config/ /config/

ENV SERVICE=${SERVICE} \
    MARKETLAKE_CONFIG=/config \
    SERVER_ADDRESS=0.0.0.0 \
    JAVA_OPTS="-XX:MaxRAMPercentage=60 -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError"

RUN /usr/local/bin/train

USER marketlake
WORKDIR /var/lib/marketlake
ENTRYPOINT ["/usr/local/bin/start"]
HEALTHCHECK --interval=5s --timeout=4s --start-period=60s --retries=12 CMD ["/usr/local/bin/healthcheck"]
