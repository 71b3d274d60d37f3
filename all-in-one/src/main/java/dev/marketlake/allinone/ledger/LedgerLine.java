package dev.marketlake.allinone.ledger;

import dev.marketlake.allinone.watch.LedgerTotals;

/**
 * What became of the records that have something in common.
 *
 * @param of for example {@code AAPL}, or the start of an hour in UTC
 */
public record LedgerLine(String of, LedgerTotals counts) {}
