/** Data files of the tables in the store. */
@NullMarked
package dev.marketlake.lake.files;

import org.jspecify.annotations.NullMarked;
