@NullMarked
package dev.marketlake.lake.sink;

import org.jspecify.annotations.NullMarked;
