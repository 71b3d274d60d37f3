@NullMarked
package dev.marketlake.allinone.watch;

import org.jspecify.annotations.NullMarked;
