/** Each raw record adds to exactly one column; the columns sum to the offsets they cover. */
@NullMarked
package dev.marketlake.stream.ledger;

import org.jspecify.annotations.NullMarked;
