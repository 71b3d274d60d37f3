@NullMarked
package dev.marketlake.allinone.explain;

import org.jspecify.annotations.NullMarked;
