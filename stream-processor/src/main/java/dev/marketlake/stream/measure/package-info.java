/** Readings of a bar over the bars before it: pure maths in double precision, null where there are too few bars. */
@NullMarked
package dev.marketlake.stream.measure;

import org.jspecify.annotations.NullMarked;
