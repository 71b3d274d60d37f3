/** One door to Jackson: maps to JSON text in the layouts the providers use. */
@NullMarked
package dev.marketlake.simulator.json;

import org.jspecify.annotations.NullMarked;
