/** What must hold of the lake sink's commits: trials of its laws, and two of its processes at one table. */
@NullMarked
package dev.marketlake.proofs.sink;

import org.jspecify.annotations.NullMarked;
