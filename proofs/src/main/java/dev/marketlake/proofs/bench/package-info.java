/** How fast it is, with the answer checked: figures of a run that got it wrong are worth nothing. */
@NullMarked
package dev.marketlake.proofs.bench;

import org.jspecify.annotations.NullMarked;
