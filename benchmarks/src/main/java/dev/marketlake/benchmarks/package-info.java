/** What the benchmarks have in common. */
@NullMarked
package dev.marketlake.benchmarks;

import org.jspecify.annotations.NullMarked;
