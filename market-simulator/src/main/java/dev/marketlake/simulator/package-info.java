/** A keyless exchange over HTTP: settings, program, server and the two provider doors. */
@NullMarked
package dev.marketlake.simulator;

import org.jspecify.annotations.NullMarked;
