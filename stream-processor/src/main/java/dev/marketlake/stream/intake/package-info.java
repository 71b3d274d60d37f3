/** Bytes of the raw topic to raw quotes, with patience for a registry that is down. */
@NullMarked
package dev.marketlake.stream.intake;

import org.jspecify.annotations.NullMarked;
