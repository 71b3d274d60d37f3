package dev.marketlake.backing.broker;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the command line says.
 *
 * @param dir where Kafka keeps its logs; nothing else may live there
 * @param port clients connect here, on 127.0.0.1
 * @param controllerPort the controller listens here, on 127.0.0.1
 * @param overrides Kafka settings that win over those of {@link SingleNode}
 */
record BrokerOptions(Path dir, int port, int controllerPort, Map<String, String> overrides) {

    BrokerOptions {
        overrides = Map.copyOf(overrides);
        requirePort("--port", port);
        requirePort("--controller-port", controllerPort);
    }

    /** Throws {@link IllegalArgumentException} naming the argument that is unknown, malformed or missing. */
    static BrokerOptions parse(String... arguments) {
        var single = new HashMap<String, String>();
        var overrides = new HashMap<String, String>();
        var rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            var name = rest.pop();
            if (rest.isEmpty()) {
                throw new IllegalArgumentException(name + " has no value");
            }
            var value = rest.pop();
            switch (name) {
                case "--dir", "--port", "--controller-port" -> single.put(name, value);
                case "--set" -> put(overrides, value);
                default -> throw new IllegalArgumentException("unknown argument " + name);
            }
        }
        return new BrokerOptions(
                Path.of(required(single, "--dir")).toAbsolutePath(),
                port(single, "--port"),
                port(single, "--controller-port"),
                overrides);
    }

    private static void put(Map<String, String> overrides, String setting) {
        int equals = setting.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("--set wants key=value, not " + setting);
        }
        overrides.put(setting.substring(0, equals), setting.substring(equals + 1));
    }

    private static int port(Map<String, String> single, String name) {
        var text = required(single, name);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notNumber) {
            throw new IllegalArgumentException(name + " wants a number, not " + text, notNumber);
        }
    }

    private static String required(Map<String, String> single, String name) {
        var value = single.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static void requirePort(String name, int port) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(name + " wants 1..65535, not " + port);
        }
    }
}
