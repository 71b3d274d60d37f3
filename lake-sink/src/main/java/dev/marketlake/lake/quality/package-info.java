/** config/quality.yml: what is expected of the tables, and whether it holds. */
@NullMarked
package dev.marketlake.lake.quality;

import org.jspecify.annotations.NullMarked;
