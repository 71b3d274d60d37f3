/** Benchmarks of reading raw records. */
@NullMarked
package dev.marketlake.stream.parse;

import org.jspecify.annotations.NullMarked;
