/** Alpha Vantage's wire format. Pure: a query and a view of the market in, a body out. */
@NullMarked
package dev.marketlake.simulator.alphavantage;

import org.jspecify.annotations.NullMarked;
