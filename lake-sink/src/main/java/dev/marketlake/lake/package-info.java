/** The lake sink: topics to Bronze, Silver and Gold Delta tables, exactly once. */
@NullMarked
package dev.marketlake.lake;

import org.jspecify.annotations.NullMarked;
