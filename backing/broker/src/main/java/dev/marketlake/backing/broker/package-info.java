/** A Kafka broker and its controller in one process, on loopback, for one machine. */
@NullMarked
package dev.marketlake.backing.broker;

import org.jspecify.annotations.NullMarked;
