/** The market itself: synthetic or recorded minutes, its clock, and what is visible of it at an instant. */
@NullMarked
package dev.marketlake.simulator.market;

import org.jspecify.annotations.NullMarked;
