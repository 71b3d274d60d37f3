/** Which of the things said about one bar stands, whatever order they arrive in, and how far back live accepts them. Pure. */
@NullMarked
package dev.marketlake.stream.admit;

import org.jspecify.annotations.NullMarked;
