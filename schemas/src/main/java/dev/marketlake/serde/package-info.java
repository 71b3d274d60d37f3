/** Avro in Confluent's wire format, with Confluent's configuration keys. */
@NullMarked
package dev.marketlake.serde;

import org.jspecify.annotations.NullMarked;
