/** The command line: one class per command, and what they share. */
@NullMarked
package dev.marketlake.allinone;

import org.jspecify.annotations.NullMarked;
