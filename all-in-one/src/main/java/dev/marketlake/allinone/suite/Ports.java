package dev.marketlake.allinone.suite;

import dev.marketlake.backing.FreePorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Collectors;

/** One number for each {@link Port}, all different. */
public record Ports(Map<Port, Integer> numbers) {

    /** Where the numbers come from. */
    public enum Choice {
        /** The documented ones, the same at every start. */
        STANDARD,
        /** Whatever is free now. */
        FREE
    }

    public Ports {
        numbers = Map.copyOf(numbers);
        for (var port : Port.values()) {
            if (!numbers.containsKey(port)) {
                throw new IllegalArgumentException("no number for " + port);
            }
        }
        if (new HashSet<>(numbers.values()).size() != numbers.size()) {
            throw new IllegalArgumentException("two ports with one number: " + numbers);
        }
    }

    public int of(Port port) {
        var number = numbers.get(port);
        if (number == null) {
            throw new IllegalStateException("no number for " + port);
        }
        return number;
    }

    /** @throws SuiteFailure naming every standard port that somebody else listens on, its purpose and the remedy */
    static Ports choose(Choice choice) {
        return switch (choice) {
            case STANDARD -> standard().requireFree();
            case FREE -> free();
        };
    }

    static Ports standard() {
        return new Ports(Arrays.stream(Port.values()).collect(Collectors.toMap(port -> port, Port::standard)));
    }

    private static Ports free() {
        var numbers = new EnumMap<Port, Integer>(Port.class);
        for (var port : Port.values()) {
            int candidate = FreePorts.pick();
            while (numbers.containsValue(candidate)) {
                candidate = FreePorts.pick();
            }
            numbers.put(port, candidate);
        }
        return new Ports(numbers);
    }

    Ports requireFree() {
        var taken = Arrays.stream(Port.values())
                .filter(port -> isTaken(of(port)))
                .map(port -> "port " + of(port) + " (" + port.purpose() + ") is taken by another program")
                .collect(Collectors.joining("; "));
        if (!taken.isEmpty()) {
            throw new SuiteFailure(taken + ". Stop that program, or start with --ports free");
        }
        return this;
    }

    private static boolean isTaken(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return false;
        } catch (IOException taken) {
            return true;
        }
    }
}
