/** Benchmarks of the bars in memory. */
@NullMarked
package dev.marketlake.stream.series;

import org.jspecify.annotations.NullMarked;
