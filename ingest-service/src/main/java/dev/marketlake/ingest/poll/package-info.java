/** Who is asked when, and how far the rounds have come. */
@NullMarked
package dev.marketlake.ingest.poll;

import org.jspecify.annotations.NullMarked;
