/** Keeps every request inside the provider's limits, retries what may pass, stops asking what is down: the door to Resilience4j. */
@NullMarked
package dev.marketlake.ingest.guard;

import org.jspecify.annotations.NullMarked;
