/** History jobs: derives the rows of a range of dates once more, and compares them with the lake or puts them right. */
@NullMarked
package dev.marketlake.allinone.replay;

import org.jspecify.annotations.NullMarked;
