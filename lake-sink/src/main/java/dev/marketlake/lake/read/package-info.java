/** The lake as a reader sees it; needs neither Kafka nor Spring. */
@NullMarked
package dev.marketlake.lake.read;

import org.jspecify.annotations.NullMarked;
