/** Yahoo Finance: one-minute bars of the chart, and the bodies of daily bars, events and fundamentals. */
@NullMarked
package dev.marketlake.ingest.yahoo;

import org.jspecify.annotations.NullMarked;
