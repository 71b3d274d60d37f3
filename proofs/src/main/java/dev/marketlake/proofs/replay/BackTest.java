package dev.marketlake.proofs.replay;

import dev.marketlake.allinone.query.CsvRows;
import dev.marketlake.allinone.query.Lake;
import dev.marketlake.allinone.query.QueryRefused;
import dev.marketlake.allinone.query.RowPrinter;
import dev.marketlake.allinone.replay.KnownAt;
import dev.marketlake.allinone.replay.KnownLake;
import dev.marketlake.allinone.replay.Replay;
import dev.marketlake.allinone.replay.Site;
import dev.marketlake.proofs.claim.ProofFailed;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A back-test cannot see the future: what the lake says of a symbol is noted, then a correction, a bar and a split come late, and once the lake
 * says otherwise, a query as known before them has to say what the lake had said, to the last cell.
 */
final class BackTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final String BOOKKEEPING =
            "'^(kafka_|raw_).*|^(revision|positions|raised_at|replayed|rules_version|evidence)$'";

    private final Site site;
    private final Lake lake;
    private final Clock clock;
    private final Consumer<String> says;
    private final String symbol;

    BackTest(Site site, Lake lake, Clock clock, Consumer<String> says, String symbol) {
        this.site = site;
        this.lake = lake;
        this.clock = clock;
        this.says = says;
        this.symbol = symbol;
    }

    /** @param to last of the dates, the one that the news is about @throws ProofFailed where an answer has changed */
    void seesNoFuture(LocalDate from, LocalDate to, Replay replay) {
        var questions = questions(from, to);
        var asked = new KnownAt(clock.instant(), from, to, List.of(symbol));
        var before = answers(questions, lake::query);
        new LateNews(lake, site.endpoints(), site.data().root().resolve("spill")).publish(symbol, to, clock.instant());
        awaitChange(questions, before);
        requireSame(before, answers(questions, replay.known(asked)::query));
        var kept = KnownLake.kept(asked, site.home(), site.data(), site.config(), lake, clock)
                .orElseThrow(() -> new ProofFailed("what was derived for a query was not kept for the next"));
        requireSame(before, answers(questions, kept::query));
        requireRefused(kept);
        says.accept("  " + questions.size() + " tables as known at " + asked.time()
                + " say what the lake said then; a late correction, bar and split have changed all of them since");
    }

    private Map<String, String> questions(LocalDate from, LocalDate to) {
        var questions = new LinkedHashMap<String, String>();
        for (var table : List.of("silver.bars", "gold.indicators", "gold.daily_bars", "gold.alerts")) {
            var standing = table.equals("gold.alerts") ? " AND state = 'RAISED' AND kind <> 'STALE_FEED'" : "";
            questions.put(
                    table,
                    "SELECT COLUMNS(lambda c: NOT regexp_matches(c, " + BOOKKEEPING + ")) FROM " + table
                            + " WHERE symbol = '"
                            + symbol + "' AND trade_date BETWEEN DATE '" + from + "' AND DATE '" + to + "'" + standing
                            + " ORDER BY ALL");
        }
        questions.put(
                "bronze.raw_quotes",
                "SELECT kafka_partition, kafka_offset, payload FROM bronze.raw_quotes WHERE symbol = '" + symbol
                        + "' ORDER BY ALL");
        return questions;
    }

    private void awaitChange(Map<String, String> questions, Map<String, String> before) {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var now = answers(questions, lake::query);
            var unchanged = before.keySet().stream()
                    .filter(table -> !table.equals("gold.alerts"))
                    .filter(table -> Objects.equals(now.get(table), before.get(table)))
                    .toList();
            if (unchanged.isEmpty()) {
                return;
            }
            if (System.nanoTime() - giveUpAt > 0) {
                throw new ProofFailed("late news has not changed " + unchanged + " of the lake");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private static void requireSame(Map<String, String> before, Map<String, String> then) {
        before.forEach((table, rows) -> {
            if (rows.lines().count() < 2 && !table.equals("gold.alerts")) {
                throw new ProofFailed(table + " had no rows to compare");
            }
            var known = then.getOrDefault(table, "");
            if (!rows.equals(known)) {
                throw new ProofFailed(table + " as known then is not what the lake said: "
                        + difference(rows.lines().toList(), known.lines().toList()));
            }
        });
    }

    private static String difference(List<String> lake, List<String> known) {
        return "lake "
                + lake.stream().filter(row -> !known.contains(row)).limit(2).toList() + ", known "
                + known.stream().filter(row -> !lake.contains(row)).limit(2).toList();
    }

    private static void requireRefused(KnownLake known) {
        try {
            known.query("SELECT * FROM gold.performance", new CsvRows(new PrintWriter(new StringWriter())));
        } catch (QueryRefused wanted) {
            return;
        }
        throw new ProofFailed("gold.performance as known then was answered from today's");
    }

    private static Map<String, String> answers(Map<String, String> questions, BiConsumer<String, RowPrinter> query) {
        var answers = new LinkedHashMap<String, String>();
        questions.forEach((table, sql) -> {
            var text = new StringWriter();
            query.accept(sql, new CsvRows(new PrintWriter(text)));
            answers.put(table, text.toString());
        });
        return answers;
    }
}
