/** Whether every raw record is accounted for: the ledger against the offsets of the raw topic. */
@NullMarked
package dev.marketlake.allinone.ledger;

import org.jspecify.annotations.NullMarked;
