/** From a response in memory to records the broker has acknowledged. */
@NullMarked
package dev.marketlake.ingest.publish;

import org.jspecify.annotations.NullMarked;
