/** What must hold of a table whatever happens to its sinks, their store and the network, as seeded trials that the proofs run too. */
@NullMarked
package dev.marketlake.lake.law;

import org.jspecify.annotations.NullMarked;
