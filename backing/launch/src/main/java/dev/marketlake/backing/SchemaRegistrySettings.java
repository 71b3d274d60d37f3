package dev.marketlake.backing;

import java.nio.file.Path;
import java.util.List;

/**
 * @param dir schemas in {@code data}, output in {@code logs/schema-registry.log}; made if absent
 * @param port where clients connect on 127.0.0.1; 0 picks a free one
 * @param managementPort where health is asked on 127.0.0.1; 0 picks a free one
 * @param heapMegabytes largest heap
 */
public record SchemaRegistrySettings(Path dir, int port, int managementPort, int heapMegabytes) {
    /** The database writes half a second late by default: an id already given out would be given out again. */
    private static final String WRITE_AT_ONCE = ";WRITE_DELAY=0";

    public SchemaRegistrySettings {
        dir = dir.toAbsolutePath();
        if (dir.toString().contains(";")) {
            throw new IllegalArgumentException("dir must hold no ';', which ends a database address: " + dir);
        }
        FreePorts.require("port", port);
        FreePorts.require("managementPort", managementPort);
        Heap.require(heapMegabytes);
    }

    /** Any free ports, 256 MiB of heap. */
    public static SchemaRegistrySettings in(Path dir) {
        return new SchemaRegistrySettings(dir, 0, 0, 256);
    }

    public SchemaRegistrySettings onPorts(int clients, int management) {
        return new SchemaRegistrySettings(dir, clients, management, heapMegabytes);
    }

    public SchemaRegistrySettings withHeapMegabytes(int megabytes) {
        return new SchemaRegistrySettings(dir, port, managementPort, megabytes);
    }

    SchemaRegistrySettings withPortsChosen() {
        var chosen = FreePorts.choose(port, managementPort);
        return onPorts(chosen.get(0), chosen.get(1));
    }

    JavaProgram program(Installation installation) {
        return JavaProgram.ofJar("schema-registry", installation.registryJar(), dir.resolve("logs/schema-registry.log"))
                .withJvmFlags(List.of(
                        Heap.flag(heapMegabytes),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.management.host=127.0.0.1",
                        "-Dquarkus.management.port=" + managementPort,
                        "-Dquarkus.banner.enabled=false",
                        "-Dquarkus.log.level=WARN",
                        "-Dquarkus.log.category.\"io.apicurio\".level=WARN",
                        "-Dapicurio.datasource.url=jdbc:h2:file:" + dir.resolve("data/registry") + WRITE_AT_ONCE,
                        "-Dapicurio.rules.global.compatibility=BACKWARD"));
    }
}
