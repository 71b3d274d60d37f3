package dev.marketlake.allinone.ledger;

/**
 * What Kafka has of one raw partition.
 *
 * @param begin oldest offset
 * @param end offset after the last record
 */
public record RawRange(long begin, long end) {}
