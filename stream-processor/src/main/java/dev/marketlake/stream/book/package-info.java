/**
 * What a task holds of each symbol, and how a change to one bar spreads: to the screening of the bars after it, the readings it feeds,
 * the alerts they raise and the daily bar above it.
 */
@NullMarked
package dev.marketlake.stream.book;

import org.jspecify.annotations.NullMarked;
