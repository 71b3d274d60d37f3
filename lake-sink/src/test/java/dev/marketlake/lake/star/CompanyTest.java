package dev.marketlake.lake.star;

import static dev.marketlake.lake.star.SmallRows.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.lake.content.Row;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompanyTest {
    private static final Instant FIRST = Instant.parse("2026-01-05T12:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-03-05T12:00:00Z");
    private static final Instant THIRD = Instant.parse("2026-04-05T12:00:00Z");

    private static Row said(Instant at, Object... cells) {
        Object[] all = java.util.Arrays.copyOf(cells, cells.length + 2);
        all[cells.length] = "observed_at";
        all[cells.length + 1] = at;
        return row(all);
    }

    @Test
    void a_change_of_sector_begins_a_row_and_what_a_source_leaves_out_stays() {
        List<Row> fundamentals = List.of(
                said(THIRD, "sector", "Communication Services"),
                said(FIRST, "name", "Alphabet", "sector", "Technology"),
                said(SECOND, "sector", "Technology"));

        List<StarRow> rows = Company.rows("GOOG", "NYSE", Company.history(fundamentals));

        assertThat(rows).extracting(row -> row.value("name")).containsExactly("Alphabet", "Alphabet");
        assertThat(rows).extracting(row -> row.value("sector")).containsExactly("Technology", "Communication Services");
        assertThat(rows).extracting(row -> row.value("valid_from")).containsExactly(Instant.EPOCH, THIRD);
        assertThat(rows).extracting(row -> row.value("valid_to")).first().isEqualTo(THIRD);
        assertThat(rows).extracting(row -> row.value("is_current")).containsExactly(false, true);
    }

    @Test
    void a_symbol_nobody_has_described_has_one_row() {
        List<StarRow> rows = Company.rows("IBM", "NYSE", Company.history(List.of()));
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().value("sector")).isNull();
        assertThat(rows.getFirst().value("is_current")).isEqualTo(true);
    }
}
