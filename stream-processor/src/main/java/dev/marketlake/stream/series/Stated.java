package dev.marketlake.stream.series;

import dev.marketlake.stream.observation.BarContent;

/**
 * What stands of a bar, for those who reckon with it.
 *
 * @param observedAt since when we know it, microseconds since the epoch, UTC
 */
public record Stated(BarContent content, long observedAt) {}
