/** Finer bars to coarser ones. Pure. */
@NullMarked
package dev.marketlake.stream.rollup;

import org.jspecify.annotations.NullMarked;
