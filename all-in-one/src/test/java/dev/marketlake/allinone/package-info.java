@NullMarked
package dev.marketlake.allinone;

import org.jspecify.annotations.NullMarked;
