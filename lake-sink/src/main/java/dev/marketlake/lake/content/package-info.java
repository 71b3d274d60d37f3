/** What tables hold, file by file, and what their rows come to. */
@NullMarked
package dev.marketlake.lake.content;

import org.jspecify.annotations.NullMarked;
