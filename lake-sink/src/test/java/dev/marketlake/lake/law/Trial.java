package dev.marketlake.lake.law;

import java.util.Map;
import java.util.Optional;

/**
 * One seed that was tried.
 *
 * @param commits versions the table came to, the one that made it left out
 * @param rows in the end
 * @param orphans data files left behind that no version names
 * @param events how often what was to be tried happened, by kind
 * @param difference the first thing that is not as it must be; empty where the law holds
 */
public record Trial(
        long seed, long commits, long rows, long orphans, Map<String, Integer> events, Optional<String> difference) {
    public Trial {
        events = Map.copyOf(events);
    }

    static Trial of(long seed, Ending ending, Map<String, Integer> events) {
        return new Trial(seed, ending.version(), ending.rows(), ending.orphans(), events, ending.difference());
    }

    static Trial broken(long seed, Map<String, Integer> events, String why) {
        return new Trial(seed, 0, 0, 0, events, Optional.of(why));
    }
}
