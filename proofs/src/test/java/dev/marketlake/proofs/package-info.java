@NullMarked
package dev.marketlake.proofs;

import org.jspecify.annotations.NullMarked;
