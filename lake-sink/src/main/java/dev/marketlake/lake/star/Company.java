package dev.marketlake.lake.star;

import dev.marketlake.lake.content.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a company from one moment on.
 *
 * @param observedAt the moment; null where no source has said anything
 */
record Company(
        @Nullable String name,
        @Nullable String sector,
        @Nullable String currency,
        @Nullable Instant observedAt) {
    static final Company UNKNOWN = new Company(null, null, null, null);

    private static final Instant EVER = Instant.EPOCH;
    private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

    /** The times it changed, oldest first; at least one. Each answer of a source fills its own fields: what it leaves out stays. */
    static List<Company> history(List<Row> fundamentals) {
        List<Company> history = new ArrayList<>();
        Company known = UNKNOWN;
        for (Row row : fundamentals.stream()
                .sorted(Comparator.comparing(Company::observed))
                .toList()) {
            Company next = known.and(row);
            if (history.isEmpty() || !next.saysTheSameAs(known)) {
                history.add(next);
            }
            known = next;
        }
        return history.isEmpty() ? List.of(UNKNOWN) : history;
    }

    private static Instant observed(Row row) {
        return row.value("observed_at") instanceof Instant time ? time : Instant.EPOCH;
    }

    private Company and(Row row) {
        return new Company(
                said(row, "name", name), said(row, "sector", sector), said(row, "currency", currency), observed(row));
    }

    private static @Nullable String said(Row row, String column, @Nullable String before) {
        Object value = row.value(column);
        return value == null ? before : value.toString();
    }

    private boolean saysTheSameAs(Company other) {
        return Objects.equals(name, other.name)
                && Objects.equals(sector, other.sector)
                && Objects.equals(currency, other.currency);
    }

    /** Rows of gold.dim_symbol. @param calendar null where the symbol is not followed */
    static List<StarRow> rows(String symbol, @Nullable String calendar, List<Company> history) {
        List<StarRow> rows = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            Company company = history.get(i);
            boolean last = i == history.size() - 1;
            rows.add(new StarRow()
                    .with("symbol", symbol)
                    .with("version", i + 1)
                    .with("name", company.name)
                    .with("sector", company.sector)
                    .with("currency", company.currency)
                    .with("calendar", calendar)
                    .with("valid_from", i == 0 ? EVER : company.observedAt)
                    .with("valid_to", last ? FOREVER : history.get(i + 1).observedAt)
                    .with("is_current", last)
                    .with("observed_at", company.observedAt));
        }
        return rows;
    }
}
