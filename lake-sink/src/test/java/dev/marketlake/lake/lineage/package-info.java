@NullMarked
package dev.marketlake.lake.lineage;

import org.jspecify.annotations.NullMarked;
