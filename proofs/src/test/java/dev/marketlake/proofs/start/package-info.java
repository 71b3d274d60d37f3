/** What a user reads when a setting is wrong. */
@NullMarked
package dev.marketlake.proofs.start;

import org.jspecify.annotations.NullMarked;
