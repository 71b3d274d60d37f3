/** Rows for the output topics, and what a record changes, held back until it has been taken whole. */
@NullMarked
package dev.marketlake.stream.emit;

import org.jspecify.annotations.NullMarked;
