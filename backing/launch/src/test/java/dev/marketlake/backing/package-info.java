@NullMarked
package dev.marketlake.backing;

import org.jspecify.annotations.NullMarked;
