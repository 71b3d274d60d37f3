@NullMarked
package dev.marketlake.lake.read;

import org.jspecify.annotations.NullMarked;
