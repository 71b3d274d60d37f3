package dev.marketlake.stream.judge;

/** Which way a reading went. Rules with one threshold use UP alone. */
enum Side {
    UP,
    DOWN
}
