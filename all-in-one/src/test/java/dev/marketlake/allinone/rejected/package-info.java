@NullMarked
package dev.marketlake.allinone.rejected;

import org.jspecify.annotations.NullMarked;
