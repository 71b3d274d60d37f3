/** Rules of the house as ArchUnit rules: each module's {@code ArchitectureTest} applies them to its own classes. */
@NullMarked
package dev.marketlake.architecture;

import org.jspecify.annotations.NullMarked;
