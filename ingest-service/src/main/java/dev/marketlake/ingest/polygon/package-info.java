/** Polygon, now Massive: one-minute aggregates, and the bodies of daily ones and splits. */
@NullMarked
package dev.marketlake.ingest.polygon;

import org.jspecify.annotations.NullMarked;
