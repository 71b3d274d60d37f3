/** docs/reference, written from the code: what a list in a document would say, and could get wrong. */
@NullMarked
package dev.marketlake.proofs.reference;

import org.jspecify.annotations.NullMarked;
