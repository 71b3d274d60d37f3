/** Polls market-data providers under their limits and publishes what they said, verbatim. */
@NullMarked
package dev.marketlake.ingest;

import org.jspecify.annotations.NullMarked;
