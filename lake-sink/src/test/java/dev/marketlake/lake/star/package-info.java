@NullMarked
package dev.marketlake.lake.star;

import org.jspecify.annotations.NullMarked;
