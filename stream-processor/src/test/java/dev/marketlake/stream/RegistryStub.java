package dev.marketlake.stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A schema registry over HTTP that knows the three calls serializers make; ids count from 1. */
public final class RegistryStub implements AutoCloseable {
    private static final String BY_ID = "/schemas/ids/";

    private final HttpServer server;
    private final List<String> schemas = new ArrayList<>();
    private final JsonMapper json = JsonMapper.shared();

    public RegistryStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Serializer configuration that leads here. */
    public Map<String, Object> config() {
        return Map.of(
                "schema.registry.url", "http://127.0.0.1:" + server.getAddress().getPort());
    }

    private synchronized void answer(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        if (path.startsWith(BY_ID)) {
            int id = Integer.parseInt(path.substring(BY_ID.length()));
            if (id < 1 || id > schemas.size()) {
                reply(call, 404, "{\"error_code\":40403,\"message\":\"Schema not found\"}");
                return;
            }
            reply(call, 200, json.writeValueAsString(Map.of("schema", schemas.get(id - 1))));
            return;
        }
        String schema = json.readTree(call.getRequestBody()).required("schema").asString();
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        reply(call, 200, "{\"id\":" + (schemas.indexOf(schema) + 1) + "}");
    }

    private static void reply(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
