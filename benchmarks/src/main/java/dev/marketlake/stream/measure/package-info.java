/** Benchmarks of the readings. */
@NullMarked
package dev.marketlake.stream.measure;

import org.jspecify.annotations.NullMarked;
