package dev.marketlake.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Which of the words that are known somebody may have meant. */
public final class Spelling {
    private static final int LETTERS_PER_SLIP = 3;

    private Spelling() {}

    /** For example {@code ": did you mean 'severity'?"}; empty where no known word is near. */
    public static String hint(String word, Collection<String> known) {
        return nearest(word, known)
                .map(meant -> ": did you mean '" + meant + "'?")
                .orElse("");
    }

    private static Optional<String> nearest(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= Math.max(1, candidate.length() / LETTERS_PER_SLIP))
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    /** Letters to insert, leave out or exchange to get from one to the other, upper and lower case alike: Levenshtein's distance. */
    private static int distance(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT).replace('-', '_');
        String to = other.toLowerCase(Locale.ROOT).replace('-', '_');
        int[] before = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] now = new int[to.length() + 1];
            now[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int exchanged = before[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(exchanged, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[to.length()];
    }
}
