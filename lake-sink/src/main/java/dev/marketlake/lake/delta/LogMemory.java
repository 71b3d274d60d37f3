package dev.marketlake.lake.delta;

import java.util.Map;
import java.util.Set;

/**
 * What a log says at one version.
 *
 * @param version which
 * @param positions of every source ever committed, by id: the position after the last record taken
 * @param live files of this version
 */
public record LogMemory(long version, Map<String, Long> positions, Set<String> live) {
    public LogMemory {
        positions = Map.copyOf(positions);
        live = Set.copyOf(live);
    }
}
