/**
 * The recorded journey: a folder of one-minute bars goes through the whole suite, and what the lake then holds is compared
 * with what the files say, read and computed here a second time without any code of the product.
 */
@NullMarked
package dev.marketlake.proofs.journey;

import org.jspecify.annotations.NullMarked;
