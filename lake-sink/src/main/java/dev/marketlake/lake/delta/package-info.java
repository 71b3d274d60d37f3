/** The one door to Delta Kernel: tables, snapshots, commits and what became of them. */
@NullMarked
package dev.marketlake.lake.delta;

import org.jspecify.annotations.NullMarked;
