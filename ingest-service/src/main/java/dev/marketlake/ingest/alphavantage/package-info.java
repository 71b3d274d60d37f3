/** Alpha Vantage: one-minute bars. */
@NullMarked
package dev.marketlake.ingest.alphavantage;

import org.jspecify.annotations.NullMarked;
