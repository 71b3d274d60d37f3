@NullMarked
package dev.marketlake.reach;

import org.jspecify.annotations.NullMarked;
