package dev.marketlake.backing.objectstore;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What the command line and the environment say.
 *
 * @param dir one folder per bucket lives here
 * @param port clients connect here, on 127.0.0.1
 */
record ObjectStoreOptions(Path dir, int port, String accessKey, String secretKey) {

    ObjectStoreOptions {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("--port wants 1..65535, not " + port);
        }
    }

    /** Throws {@link IllegalArgumentException} naming what is unknown, malformed or missing. */
    static ObjectStoreOptions parse(Map<String, String> environment, String... arguments) {
        var values = new HashMap<String, String>();
        for (int at = 0; at < arguments.length; at += 2) {
            if (at + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[at] + " has no value");
            }
            switch (arguments[at]) {
                case "--dir", "--port" -> values.put(arguments[at], arguments[at + 1]);
                default -> throw new IllegalArgumentException("unknown argument " + arguments[at]);
            }
        }
        return new ObjectStoreOptions(
                Path.of(required(values, "--dir")).toAbsolutePath(),
                port(required(values, "--port")),
                required(environment, "S3_ACCESS_KEY"),
                required(environment, "S3_SECRET_KEY"));
    }

    @Override
    public String toString() {
        return "ObjectStoreOptions[dir=" + dir + ", port=" + port + ", accessKey=" + accessKey + "]";
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notNumber) {
            throw new IllegalArgumentException("--port wants a number, not " + text, notNumber);
        }
    }

    private static String required(Map<String, String> values, String name) {
        var value = values.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
