/** What makes a bar unusable although it can be read. Pure. */
@NullMarked
package dev.marketlake.stream.screen;

import org.jspecify.annotations.NullMarked;
