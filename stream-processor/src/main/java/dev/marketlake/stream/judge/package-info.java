/** Alert rules over readings: pure, in event time, afresh on each trade date. */
@NullMarked
package dev.marketlake.stream.judge;

import org.jspecify.annotations.NullMarked;
