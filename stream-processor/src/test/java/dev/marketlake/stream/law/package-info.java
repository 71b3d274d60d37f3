/** The law of order: what the topology ends with is a function of the set of raw events. */
@NullMarked
package dev.marketlake.stream.law;

import org.jspecify.annotations.NullMarked;
