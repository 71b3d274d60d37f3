/** Who consumes, who commits and when. */
@NullMarked
package dev.marketlake.lake.sink;

import org.jspecify.annotations.NullMarked;
