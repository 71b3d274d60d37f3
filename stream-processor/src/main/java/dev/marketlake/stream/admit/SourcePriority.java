package dev.marketlake.stream.admit;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.market.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Which source's word stands where several speak of the same bar: the best that has spoken at all. A value is never made of two.
 *
 * @param sources best first; those not named come after them, in the order of {@link Source}
 */
public record SourcePriority(List<Source> sources) {
    public SourcePriority {
        if (new HashSet<>(sources).size() != sources.size()) {
            throw new InvalidConfig("source priority names a source twice: " + sources);
        }
        List<Source> all = new ArrayList<>(sources);
        for (Source source : Source.values()) {
            if (!all.contains(source)) {
                all.add(source);
            }
        }
        sources = List.copyOf(all);
    }

    /** What is known of a bar with the content that stands first: of the best source, the one it stated last. */
    List<SeenContent> standingFirst(List<SeenContent> contents) {
        Map<Source, Integer> ranks = new EnumMap<>(Source.class);
        for (Source source : sources) {
            ranks.put(source, ranks.size());
        }
        List<SeenContent> ordered = new ArrayList<>(contents);
        Comparator<SeenContent> best = Comparator.comparing(seen -> ranks.getOrDefault(seen.source(), ranks.size()));
        ordered.sort(best.thenComparing((one, other) -> one.equals(other) ? 0 : one.beats(other) ? -1 : 1));
        return List.copyOf(ordered);
    }
}
