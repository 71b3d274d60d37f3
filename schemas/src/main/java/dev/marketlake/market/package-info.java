/** The nouns of the domain: symbols, intervals, sources. Pure values, no Kafka, Avro or clock. */
@NullMarked
package dev.marketlake.market;

import org.jspecify.annotations.NullMarked;
