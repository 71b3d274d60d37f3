/** That the benchmarks run. */
@NullMarked
package dev.marketlake.benchmarks;

import org.jspecify.annotations.NullMarked;
