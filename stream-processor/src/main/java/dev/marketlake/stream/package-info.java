/** The stream processor: raw quotes to clean bars, readings, alerts, rejections and a ledger. */
@NullMarked
package dev.marketlake.stream;

import org.jspecify.annotations.NullMarked;
