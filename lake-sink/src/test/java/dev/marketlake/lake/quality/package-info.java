@NullMarked
package dev.marketlake.lake.quality;

import org.jspecify.annotations.NullMarked;
