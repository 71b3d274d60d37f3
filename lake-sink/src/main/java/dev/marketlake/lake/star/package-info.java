/** The star schema: tables derived from tables. */
@NullMarked
package dev.marketlake.lake.star;

import org.jspecify.annotations.NullMarked;
