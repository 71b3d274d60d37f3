/**
 * Starts the programs Marketlake stands on - a Kafka {@link dev.marketlake.backing.Broker}, a
 * {@link dev.marketlake.backing.SchemaRegistry}, an {@link dev.marketlake.backing.ObjectStore} - and any other
 * {@link dev.marketlake.backing.JavaProgram} as child processes of this JVM, on loopback, and ends them with it.
 */
@NullMarked
package dev.marketlake.backing;

import org.jspecify.annotations.NullMarked;
