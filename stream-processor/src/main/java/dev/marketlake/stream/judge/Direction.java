package dev.marketlake.stream.judge;

/** Which way a rule looks. The name is what files carry. */
public enum Direction {
    ANY,
    UP,
    DOWN;

    boolean looks(Side side) {
        return this == ANY || name().equals(side.name());
    }
}
