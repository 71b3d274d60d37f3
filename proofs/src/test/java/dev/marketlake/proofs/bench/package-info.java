@NullMarked
package dev.marketlake.proofs.bench;

import org.jspecify.annotations.NullMarked;
