package dev.marketlake.allinone.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamedTablesTest {
    private static final List<String> KNOWN =
            List.of("bronze.raw_quotes", "silver.bars", "silver.trades", "gold.daily_bars");

    @Test
    void a_qualified_name_is_found_whatever_its_case_and_spacing() {
        assertThat(in("SELECT * FROM Silver . Bars b")).containsExactly("silver.bars");
    }

    @Test
    void a_bare_name_is_found() {
        assertThat(in("select count(*) from bars")).containsExactly("silver.bars");
    }

    @Test
    void a_quoted_name_is_found() {
        assertThat(in("select * from \"silver\".\"bars\"")).containsExactly("silver.bars");
    }

    @Test
    void a_longer_name_does_not_name_the_shorter_one() {
        assertThat(in("select * from gold.daily_bars")).containsExactly("gold.daily_bars");
    }

    @Test
    void joins_subqueries_and_common_table_expressions_are_seen() {
        assertThat(in("with t as (select * from silver.trades) select * from t join gold.daily_bars using (symbol)"))
                .containsExactly("silver.trades", "gold.daily_bars");
    }

    @Test
    void literals_and_comments_name_nothing() {
        assertThat(in("select 'silver.bars', 'it''s trades' -- raw_quotes\n /* gold.daily_bars */"))
                .isEmpty();
    }

    private static List<String> in(String sql) {
        return NamedTables.in(sql, KNOWN);
    }

    @Test
    void an_apostrophe_within_a_quoted_name_hides_nothing() {
        assertThat(NamedTables.in("SELECT 1 AS \"it's\", * FROM silver.bars", List.of("silver.bars")))
                .containsExactly("silver.bars");
    }

    @Test
    void a_name_within_a_literal_or_a_comment_does_not_count_however_long_it_is() {
        var long0 = "bars''".repeat(100_000);
        assertThat(NamedTables.in("SELECT '" + long0 + "' -- bars\n /* bars */", List.of("silver.bars")))
                .isEmpty();
    }
}
