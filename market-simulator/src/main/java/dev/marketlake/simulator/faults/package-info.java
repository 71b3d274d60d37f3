/** What goes wrong on purpose: request limits, seeded faults, bars that are corrected later. */
@NullMarked
package dev.marketlake.simulator.faults;

import org.jspecify.annotations.NullMarked;
