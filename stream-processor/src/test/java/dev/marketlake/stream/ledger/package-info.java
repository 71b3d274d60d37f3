@NullMarked
package dev.marketlake.stream.ledger;

import org.jspecify.annotations.NullMarked;
