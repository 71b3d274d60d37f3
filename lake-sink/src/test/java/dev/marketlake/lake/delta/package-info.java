@NullMarked
package dev.marketlake.lake.delta;

import org.jspecify.annotations.NullMarked;
