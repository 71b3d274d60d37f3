/** Every claim as a command: {@code marketlake prove SUITE}. */
@NullMarked
package dev.marketlake.proofs;

import org.jspecify.annotations.NullMarked;
