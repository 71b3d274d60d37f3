@NullMarked
package dev.marketlake.lake;

import org.jspecify.annotations.NullMarked;
