/** Looks at a running suite from outside: what flows, what lags, what landed, and whether all of it is through. */
@NullMarked
package dev.marketlake.allinone.watch;

import org.jspecify.annotations.NullMarked;
