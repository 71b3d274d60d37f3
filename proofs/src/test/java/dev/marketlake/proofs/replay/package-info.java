@NullMarked
package dev.marketlake.proofs.replay;

import org.jspecify.annotations.NullMarked;
