package dev.marketlake.proofs.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What a bench runs on, and with whom.
 *
 * @param load programs that wanted a processor in the minute before the bench, on average; negative where the system does not say
 */
public record Machine(int processors, double load) {
    private static final double QUIET = 0.25;

    /** As it is now, before the bench has started anything. */
    public static Machine now() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return new Machine(system.getAvailableProcessors(), system.getSystemLoadAverage());
    }

    /** In words, with a warning where others had the processors too. */
    public String described() {
        if (load < 0) {
            return processors + " processors";
        }
        return String.format(Locale.ROOT, "%d processors, load %.1f before the start", processors, load)
                + (load > QUIET * processors ? ": other programs share them, so the figures are theirs too" : "");
    }
}
