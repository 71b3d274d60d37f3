package dev.marketlake.backing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * @param dir records in {@code data}, output in {@code logs/broker.log}; made if absent
 * @param port where clients connect on 127.0.0.1; 0 picks a free one
 * @param controllerPort used by the broker itself; 0 picks a free one
 * @param heapMegabytes largest heap
 * @param overrides Kafka broker settings that win over the defaults
 */
public record BrokerSettings(Path dir, int port, int controllerPort, int heapMegabytes, Map<String, String> overrides) {

    public BrokerSettings {
        dir = dir.toAbsolutePath();
        overrides = Map.copyOf(overrides);
        FreePorts.require("port", port);
        FreePorts.require("controllerPort", controllerPort);
        Heap.require(heapMegabytes);
    }

    /** Any free ports, 512 MiB of heap. */
    public static BrokerSettings in(Path dir) {
        return new BrokerSettings(dir, 0, 0, 512, Map.of());
    }

    public BrokerSettings onPorts(int clients, int controller) {
        return new BrokerSettings(dir, clients, controller, heapMegabytes, overrides);
    }

    public BrokerSettings withHeapMegabytes(int megabytes) {
        return new BrokerSettings(dir, port, controllerPort, megabytes, overrides);
    }

    public BrokerSettings withOverrides(Map<String, String> settings) {
        return new BrokerSettings(dir, port, controllerPort, heapMegabytes, settings);
    }

    BrokerSettings withPortsChosen() {
        var chosen = FreePorts.choose(port, controllerPort);
        return onPorts(chosen.get(0), chosen.get(1));
    }

    JavaProgram program(Installation installation) {
        var overriding = overrides.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(setting -> Stream.of("--set", setting.getKey() + "=" + setting.getValue()));
        var arguments = Stream.concat(
                Stream.of(
                        "--dir", dir.resolve("data").toString(),
                        "--port", Integer.toString(port),
                        "--controller-port", Integer.toString(controllerPort)),
                overriding);
        return JavaProgram.ofClass(
                        "broker",
                        installation.brokerClassPath(),
                        "dev.marketlake.backing.broker.BrokerProgram",
                        dir.resolve("logs/broker.log"))
                .withJvmFlags(List.of(
                        Heap.flag(heapMegabytes),
                        "-XX:+UseSerialGC",
                        // On a few cores the second compiler takes more from the others in its first minute than it
                        // ever gives back.
                        "-XX:TieredStopAtLevel=1",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--enable-native-access=ALL-UNNAMED"))
                .withArguments(arguments.toList());
    }
}
