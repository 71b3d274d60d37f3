/** Finnhub's wire format. Pure: a view of the market in, a body out. */
@NullMarked
package dev.marketlake.simulator.finnhub;

import org.jspecify.annotations.NullMarked;
