/** The one door to Parquet: rows to files and back. */
@NullMarked
package dev.marketlake.lake.write;

import org.jspecify.annotations.NullMarked;
