/**
 * SQL over the lake: DuckDB reads the Parquet files that the Delta log calls live. The only package that knows DuckDB.
 */
@NullMarked
package dev.marketlake.allinone.query;

import org.jspecify.annotations.NullMarked;
