@NullMarked
package dev.marketlake.allinone.ledger;

import org.jspecify.annotations.NullMarked;
