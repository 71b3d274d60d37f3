/** The README, executed. */
@NullMarked
package dev.marketlake.proofs.readme;

import org.jspecify.annotations.NullMarked;
