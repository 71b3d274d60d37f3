/** What every proof has: differences found, and the failure they end in. */
@NullMarked
package dev.marketlake.proofs.claim;

import org.jspecify.annotations.NullMarked;
