/** Which tables there are, and how a record becomes a row of each. */
@NullMarked
package dev.marketlake.lake.table;

import org.jspecify.annotations.NullMarked;
