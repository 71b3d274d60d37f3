package dev.marketlake.lake.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.events.CorporateAction;
import dev.marketlake.events.Fundamentals;
import dev.marketlake.events.RawPosition;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.Tables;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Fundamentals, splits and dividends as tables. */
class FactTablesTest {
    private static final Instant MONDAY = Instant.parse("2026-11-16T12:00:00Z");
    private static final RawPosition ORIGIN = new RawPosition("rawTopicIdrawTopicIdxx", 1, 42L);

    private final Bench fundamentals = new Bench(Tables.FUNDAMENTALS, Fundamentals.getClassSchema());
    private final Bench actions = new Bench(Tables.CORPORATE_ACTIONS, CorporateAction.getClassSchema());

    @Test
    void history_is_kept_and_a_row_that_is_no_news_any_more_goes() throws StoreFailure {
        say(MONDAY, "10", false);
        say(MONDAY.plusSeconds(60), "11", false);
        say(MONDAY.plusSeconds(120), "11", false);
        say(MONDAY.plusSeconds(120), null, true);
        fundamentals.running().flushed();

        assertThat(fundamentals.positions()).containsExactly("0@0", "0@1");
        assertThat(fundamentals.rows())
                .allMatch(row -> row.getSchema().getField("pe_ratio") != null && row.get("market_cap") == null);
    }

    @Test
    void a_corrected_action_replaces_its_row_and_a_split_stands_beside_a_dividend() throws StoreFailure {
        act("DIVIDEND", "1.69");
        act("SPLIT", null);
        act("DIVIDEND", "1.70");
        actions.running().flushed();

        assertThat(actions.positions()).containsExactly("0@1", "0@2");
    }

    private void say(Instant observedAt, @Nullable String pe, boolean deleted) {
        fundamentals.topic.append(
                0,
                Bench.bytes(Fundamentals.newBuilder()
                        .setSymbol("IBM")
                        .setObservedAt(observedAt)
                        .setSource("ALPHA_VANTAGE")
                        .setPeRatio(pe == null ? null : new BigDecimal(pe).setScale(8))
                        .setViolations(List.of())
                        .setDeleted(deleted)
                        .setLineage(ORIGIN)
                        .build()));
    }

    private void act(String kind, @Nullable String amount) {
        actions.topic.append(
                0,
                Bench.bytes(CorporateAction.newBuilder()
                        .setSymbol("IBM")
                        .setDate(LocalDate.of(2026, 5, 8))
                        .setKind(kind)
                        .setSource("ALPHA_VANTAGE")
                        .setSplitTo(amount == null ? 2L : null)
                        .setSplitFrom(amount == null ? 1L : null)
                        .setAmount(amount == null ? null : new BigDecimal(amount).setScale(8))
                        .setViolations(List.of())
                        .setObservedAt(MONDAY)
                        .setLineage(ORIGIN)
                        .build()));
    }
}
