package dev.marketlake.serde;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** As much of the registry protocol as the tests need, over real HTTP; it can be told to misbehave. */
final class SmallRegistry implements AutoCloseable {
    private static final int STALLED = -1;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final Map<Integer, String> answersById = new HashMap<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, Integer> latest = new HashMap<>();
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private Optional<String> wantedAuthorization = Optional.empty();
    private Optional<Failure> failure = Optional.empty();

    private record Failure(int status, String body) {}

    private SmallRegistry(HttpServer server) {
        this.server = server;
    }

    static SmallRegistry start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SmallRegistry registry = new SmallRegistry(server);
        server.createContext("/", registry::handle);
        server.start();
        return registry;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Requests so far, as {@code "GET /schemas/ids/1"}. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    synchronized void demand(String authorization) {
        wantedAuthorization = Optional.of(authorization);
    }

    /** Every further request gets this. */
    synchronized void failWith(int status, String body) {
        failure = Optional.of(new Failure(status, body));
    }

    /** Every further request gets the beginning of an answer, and then nothing more. */
    synchronized void stall() {
        failure = Optional.of(new Failure(STALLED, ""));
    }

    synchronized void recover() {
        failure = Optional.empty();
    }

    synchronized int hold(String subject, Schema schema) {
        return put(subject, schema.toString());
    }

    /** An id with an answer that is no Avro schema. */
    synchronized int holdAnswer(String answer) {
        int id = answersById.size() + 1;
        answersById.put(id, answer);
        return id;
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String call = exchange.getRequestMethod() + " " + path;
        calls.add(call);
        String sent = exchange.getRequestHeaders().getFirst("Authorization");
        if (failure.isPresent() && failure.get().status() == STALLED) {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().flush();
        } else if (failure.isPresent()) {
            answer(exchange, failure.get().status(), failure.get().body());
        } else if (wantedAuthorization.isPresent() && !wantedAuthorization.get().equals(sent)) {
            answer(exchange, 401, "{\"error_code\":401,\"message\":\"Unauthorized\"}");
        } else if (path.startsWith("/schemas/ids/")) {
            String found = answersById.get(Integer.parseInt(path.substring("/schemas/ids/".length())));
            answer(exchange, found == null ? 404 : 200, found == null ? error(40403, "Schema not found") : found);
        } else if (path.equals("/subjects")) {
            answer(exchange, 200, JSON.writeValueAsString(latest.keySet()));
        } else {
            subject(exchange, call);
        }
    }

    private void subject(HttpExchange exchange, String call) throws IOException {
        String subject = call.split("/")[2];
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (call.endsWith("/versions/latest")) {
            Integer id = latest.get(subject);
            String found = answersById.getOrDefault(id, error(40401, "Subject not found"));
            answer(exchange, id == null ? 404 : 200, id == null ? found : withId(found, id));
            return;
        }
        String schema = JSON.readTree(body).required("schema").asString();
        Integer known = ids.get(subject + schema);
        if (call.endsWith("/versions") || known != null) {
            answer(exchange, 200, "{\"id\":" + (known == null ? put(subject, schema) : known) + "}");
        } else {
            answer(exchange, 404, error(40403, "Schema not found"));
        }
    }

    private int put(String subject, String schema) {
        int id = holdAnswer(JSON.createObjectNode().put("schema", schema).toString());
        ids.put(subject + schema, id);
        latest.put(subject, id);
        return id;
    }

    private static String withId(String answer, int id) {
        return ((ObjectNode) JSON.readTree(answer)).put("id", id).toString();
    }

    private static String error(int code, String message) {
        return JSON.createObjectNode()
                .put("error_code", code)
                .put("message", message)
                .toString();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
