/** Where a row of the lake came from, down to the provider's own bytes. */
@NullMarked
package dev.marketlake.allinone.explain;

import org.jspecify.annotations.NullMarked;
