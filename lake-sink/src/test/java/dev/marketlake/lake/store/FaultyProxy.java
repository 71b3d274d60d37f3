package dev.marketlake.lake.store;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/** Stands between an S3 client and a store, and makes the network do what networks do. One request per upstream connection. */
public final class FaultyProxy implements AutoCloseable {
    private static final long LATE_MILLIS = 150;

    /** What happens to one request. */
    public enum Fault {
        NONE,
        /** Never reaches the store; the connection breaks. */
        REQUEST_LOST,
        /** The store does it; the connection breaks before its answer. */
        REPLY_LOST,
        /** The connection breaks at once; the request reaches the store a moment later. */
        DONE_LATE,
        /** The store does it; the client hears 500. */
        DONE_AND_500,
        /** Never reaches the store; the client hears 503. */
        REFUSED_503,
        /** Never reaches the store; the client hears 409. */
        REFUSED_409,
        /** Never reaches the store; the client hears 507 and that the disk is full. */
        REFUSED_507,
        /** Never reaches the store; the client hears 403. */
        REFUSED_403,
        /** The store does it; the client hears 412. */
        DONE_AND_412,
        /** The request reaches the store twice; the client hears the second answer. */
        SENT_TWICE,
        /** The store does it; its answer does not come before the client gives up waiting. */
        DONE_AND_SILENT
    }

    private final URI target;
    private final BiFunction<String, String, Fault> faults;
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private FaultyProxy(URI target, BiFunction<String, String, Fault> faults, ServerSocket server) {
        this.target = target;
        this.faults = faults;
        this.server = server;
    }

    /** @param faults method and path of a request to what happens to it */
    public static FaultyProxy before(URI target, BiFunction<String, String, Fault> faults) throws IOException {
        FaultyProxy proxy =
                new FaultyProxy(target, faults, new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")));
        proxy.threads.submit(proxy::accept);
        return proxy;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    private Object accept() throws IOException {
        while (!server.isClosed()) {
            Socket client = server.accept();
            threads.submit(() -> serve(client));
        }
        return true;
    }

    private Object serve(Socket client) throws IOException {
        try (client) {
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream());
            for (byte[] request = message(in, "PUT"); request.length > 0; request = message(in, "PUT")) {
                byte[] reply = answer(request, in);
                if (reply.length == 0) {
                    return false;
                }
                client.getOutputStream().write(reply);
                client.getOutputStream().flush();
            }
        }
        return true;
    }

    /** The reply; empty where the connection breaks instead. */
    private byte[] answer(byte[] request, InputStream client) throws IOException {
        String[] line =
                new String(request, 0, Math.min(request.length, 4096), StandardCharsets.ISO_8859_1).split("[ \r\n]", 3);
        return switch (faults.apply(line[0], line[1])) {
            case NONE -> forwarded(request);
            case REQUEST_LOST -> new byte[0];
            case REPLY_LOST -> {
                byte[] unheard = forwarded(request);
                yield unheard.length == 0 ? unheard : new byte[0];
            }
            case DONE_LATE -> {
                CompletableFuture.delayedExecutor(LATE_MILLIS, TimeUnit.MILLISECONDS, threads)
                        .execute(() -> forwardedQuietly(request));
                yield new byte[0];
            }
            case DONE_AND_500 -> instead(forwarded(request), "500 Internal Server Error", "InternalError");
            case DONE_AND_412 -> instead(forwarded(request), "412 Precondition Failed", "PreconditionFailed");
            case REFUSED_503 -> instead(new byte[0], "503 Slow Down", "SlowDown");
            case REFUSED_507 -> instead(new byte[0], "507 Insufficient Storage", "XMinioStorageFull");
            case REFUSED_403 -> instead(new byte[0], "403 Forbidden", "InvalidAccessKeyId");
            case REFUSED_409 -> instead(new byte[0], "409 Conflict", "ConditionalRequestConflict");
            case SENT_TWICE -> {
                byte[] first = forwarded(request);
                yield first.length == 0 ? first : forwarded(request);
            }
            case DONE_AND_SILENT -> {
                byte[] unheard = forwarded(request);
                yield unheard.length == 0 || client.read() < 0 ? new byte[0] : unheard;
            }
        };
    }

    private static byte[] instead(byte[] unheard, String status, String code) {
        String body = "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>" + unheard.length
                + "</Message></Error>";
        return ("HTTP/1.1 " + status + "\r\nContent-Type: application/xml\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private void forwardedQuietly(byte[] request) {
        try {
            byte[] unheard = forwarded(request);
            if (unheard.length == 0) {
                throw new EOFException("the store gave no answer");
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] forwarded(byte[] request) throws IOException {
        try (Socket upstream = new Socket(target.getHost(), target.getPort())) {
            upstream.setTcpNoDelay(true);
            upstream.getOutputStream().write(request);
            upstream.getOutputStream().flush();
            String method = new String(request, 0, 4, StandardCharsets.ISO_8859_1);
            return message(new BufferedInputStream(upstream.getInputStream()), method);
        }
    }

    /** One HTTP message with its body; empty at the end of the stream. {@code method}: an answer to HEAD has no body. */
    private static byte[] message(InputStream in, String method) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        String head = head(in, message);
        String lower = head.toLowerCase(java.util.Locale.ROOT);
        if (head.isEmpty()
                || method.startsWith("HEAD")
                || head.startsWith("HTTP/1.1 204")
                || head.startsWith("HTTP/1.1 304")) {
            return message.toByteArray();
        }
        if (lower.contains("transfer-encoding: chunked")) {
            chunks(in, message);
        } else if (lower.contains("content-length: ")) {
            int at = lower.indexOf("content-length: ") + "content-length: ".length();
            body(
                    in,
                    message,
                    Integer.parseInt(
                            lower.substring(at, lower.indexOf("\r\n", at)).strip()));
        }
        return message.toByteArray();
    }

    private static String head(InputStream in, ByteArrayOutputStream message) throws IOException {
        int matched = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            message.write(next);
            boolean expected = next == (matched % 2 == 0 ? '\r' : '\n');
            matched = expected ? matched + 1 : next == '\r' ? 1 : 0;
            if (matched == 4) {
                return message.toString(StandardCharsets.ISO_8859_1);
            }
        }
        message.reset();
        return "";
    }

    private static void chunks(InputStream in, ByteArrayOutputStream message) throws IOException {
        int size;
        do {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new EOFException();
                }
                line.append((char) next);
            }
            message.writeBytes((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
            size = Integer.parseInt(line.toString().strip().split(";", 2)[0], 16);
            body(in, message, size + 2);
        } while (size > 0);
    }

    private static void body(InputStream in, ByteArrayOutputStream message, int length) throws IOException {
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("a message of " + length + " bytes ended after " + body.length);
        }
        message.writeBytes(body);
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
