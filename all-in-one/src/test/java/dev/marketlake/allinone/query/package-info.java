@NullMarked
package dev.marketlake.allinone.query;

import org.jspecify.annotations.NullMarked;
