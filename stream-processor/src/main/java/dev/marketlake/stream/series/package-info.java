/** The bars a task holds: ordered in memory, every change logged, so that a bar costs one read and one write. */
@NullMarked
package dev.marketlake.stream.series;

import org.jspecify.annotations.NullMarked;
