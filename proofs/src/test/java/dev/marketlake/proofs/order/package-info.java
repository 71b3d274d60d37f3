@NullMarked
package dev.marketlake.proofs.order;

import org.jspecify.annotations.NullMarked;
