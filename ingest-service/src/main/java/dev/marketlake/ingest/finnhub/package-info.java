/** Finnhub: quote snapshots. */
@NullMarked
package dev.marketlake.ingest.finnhub;

import org.jspecify.annotations.NullMarked;
