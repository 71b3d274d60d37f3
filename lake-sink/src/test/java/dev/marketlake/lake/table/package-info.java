@NullMarked
package dev.marketlake.lake.table;

import org.jspecify.annotations.NullMarked;
