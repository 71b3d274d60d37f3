/** How every service tells that it cannot start, or what it waits for. */
@NullMarked
package dev.marketlake.readiness;

import org.jspecify.annotations.NullMarked;
