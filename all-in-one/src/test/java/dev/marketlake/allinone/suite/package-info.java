@NullMarked
package dev.marketlake.allinone.suite;

import org.jspecify.annotations.NullMarked;
