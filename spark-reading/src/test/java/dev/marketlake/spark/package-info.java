/** Spark with Delta, a reader nobody here wrote, over the tables that a whole suite left behind. */
@NullMarked
package dev.marketlake.spark;

import org.jspecify.annotations.NullMarked;
