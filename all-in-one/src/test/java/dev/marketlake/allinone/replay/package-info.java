@NullMarked
package dev.marketlake.allinone.replay;

import org.jspecify.annotations.NullMarked;
