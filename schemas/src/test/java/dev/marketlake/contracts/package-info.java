/** The Avro contracts: documentation, compatibility and encoding. */
@NullMarked
package dev.marketlake.contracts;

import org.jspecify.annotations.NullMarked;
