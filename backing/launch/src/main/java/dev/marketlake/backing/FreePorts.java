package dev.marketlake.backing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Loopback TCP ports nobody listens on. Picked ones lie in 20000..31999, below the range from which Linux takes the near
 * ends of outgoing connections, so that none of those can slip in between the choice and the use.
 */
public final class FreePorts {
    private static final int LOWEST = 20_000;
    private static final int BEYOND = 32_000;
    private static final int TRIES = 1_000;

    private FreePorts() {}

    /** A port that is free now. */
    public static int pick() {
        return choose(0).getFirst();
    }

    /**
     * The wanted ports, in order and all different, with a free one in the place of each 0.
     *
     * @throws IllegalStateException if a wanted port is taken
     */
    static List<Integer> choose(int... wanted) {
        var held = new ArrayList<ServerSocket>();
        try {
            for (int port : wanted) {
                held.add(port == 0 ? any() : exactly(port));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            held.forEach(FreePorts::release);
        }
    }

    /** Quotes the setting's name and the bad value; 0 is allowed and means any. */
    static void require(String name, int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(name + " must be 0 (any) or 1..65535, not " + port);
        }
    }

    private static ServerSocket exactly(int port) {
        return bound(port)
                .orElseThrow(() -> new IllegalStateException("port " + port
                        + " on 127.0.0.1 is taken: stop the program that listens there, or choose another port"));
    }

    private static ServerSocket any() {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            var socket = bound(ThreadLocalRandom.current().nextInt(LOWEST, BEYOND));
            if (socket.isPresent()) {
                return socket.get();
            }
        }
        throw new IllegalStateException("no free port found in " + LOWEST + ".." + (BEYOND - 1));
    }

    private static Optional<ServerSocket> bound(int port) {
        try {
            var socket = new ServerSocket();
            try {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
                return Optional.of(socket);
            } catch (IOException taken) {
                socket.close();
                return Optional.empty();
            }
        } catch (IOException noSocket) {
            throw new IllegalStateException("cannot open a socket", noSocket);
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new IllegalStateException("cannot release port " + socket.getLocalPort(), failure);
        }
    }
}
