/** Readings of whole days over the sessions of a calendar. Pure. */
@NullMarked
package dev.marketlake.stream.measure.daily;

import org.jspecify.annotations.NullMarked;
