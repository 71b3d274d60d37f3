/** Spark with Delta, a reader nobody here wrote, over the tables that a whole suite left behind. */
package dev.marketlake.spark;
