@NullMarked
package dev.marketlake.lake.write;

import org.jspecify.annotations.NullMarked;
