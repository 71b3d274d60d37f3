@NullMarked
package dev.marketlake.lake.maintain;

import org.jspecify.annotations.NullMarked;
