package dev.marketlake.lake.table;

/** Names of record fields as names of columns. */
final class SnakeCase {
    private SnakeCase() {}

    /**
     * An underscore before an upper-case letter, and before a run of digits that follows a letter: {@code observedAt} is
     * {@code observed_at}, {@code ma15m} is {@code ma_15m}, {@code volatility1hAnnualized} is {@code volatility_1h_annualized}.
     */
    static String of(String name) {
        StringBuilder column = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean digitsBegin = Character.isDigit(c) && i > 0 && Character.isLetter(name.charAt(i - 1));
            if (i > 0 && (Character.isUpperCase(c) || digitsBegin)) {
                column.append('_');
            }
            column.append(Character.toLowerCase(c));
        }
        return column.toString();
    }
}
