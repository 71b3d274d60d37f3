@NullMarked
package dev.marketlake.lake.store;

import org.jspecify.annotations.NullMarked;
