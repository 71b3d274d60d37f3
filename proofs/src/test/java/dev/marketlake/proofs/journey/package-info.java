@NullMarked
package dev.marketlake.proofs.journey;

import org.jspecify.annotations.NullMarked;
