/** Payload to observation or refusal, one parser per source and feed. Pure functions. */
@NullMarked
package dev.marketlake.stream.parse;

import org.jspecify.annotations.NullMarked;
