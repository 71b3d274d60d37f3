package dev.marketlake.stream.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.config.Watchlist;
import dev.marketlake.events.RawQuote;
import dev.marketlake.stream.Settings;
import dev.marketlake.stream.admit.SourcePriority;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.emit.Row;
import dev.marketlake.stream.judge.AlertRules;
import dev.marketlake.stream.ledger.Disposition;
import dev.marketlake.stream.observation.CorporateActionObservation;
import dev.marketlake.stream.observation.FundamentalsObservation;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.parse.Parsing;
import dev.marketlake.stream.parse.Payloads;
import dev.marketlake.stream.screen.MedianScreen;
import dev.marketlake.stream.series.BarSeriesStore;
import dev.marketlake.stream.series.LoggedBars;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

/** Books opened again on the stores of books that are gone. */
class FactBookRestartTest {
    private static final Watchlist WATCHLIST = Watchlist.of("AAPL");

    private final Parsing parsing = new Parsing(WATCHLIST, Duration.ofMinutes(2));
    private final BookRules rules = new BookRules(
            WATCHLIST,
            Settings.minutesAndDays()::depth,
            Set.of(),
            Duration.ofMinutes(1),
            new MedianScreen(0.2),
            new SourcePriority(List.of()),
            () -> new AlertRules("none", List.of()));
    private final KeyValueStore<Bytes, byte[]> companies =
            Stores.inMemoryKeyValueStore("fundamentals").get();
    private final KeyValueStore<Bytes, byte[]> actions =
            Stores.inMemoryKeyValueStore("corporate-actions").get();
    private final BarSeriesStore bars = new LoggedBars(WATCHLIST, Settings.minutesAndDays()::depth).store();
    private final List<Row> sent = new ArrayList<>();

    @Test
    void what_was_known_before_a_restart_is_a_duplicate_after_it() {
        assertThat(take(Payloads.ALPHA_VANTAGE_OVERVIEW)).isEqualTo(Disposition.ACCEPTED);
        assertThat(take(Payloads.YAHOO_SPLIT)).isEqualTo(Disposition.ACCEPTED);
        sent.clear();

        assertThat(take(Payloads.ALPHA_VANTAGE_OVERVIEW)).isEqualTo(Disposition.DUPLICATE);
        assertThat(take(Payloads.at(Payloads.ALPHA_VANTAGE_OVERVIEW, "2026-11-20T01:00:00Z", "later")))
                .isEqualTo(Disposition.DUPLICATE);
        assertThat(take(Payloads.YAHOO_SPLIT)).isEqualTo(Disposition.DUPLICATE);
        assertThat(sent).isEmpty();
        assertThat(take(Payloads.with(Payloads.YAHOO_SPLIT, "\"numerator\":4", "\"numerator\":5")))
                .isEqualTo(Disposition.REVISED);
    }

    @Test
    void what_lies_before_the_depth_is_refused_but_its_last_word_still_tells_what_is_news() {
        take(overview("10", "2026-11-02T12:00:00Z"));
        take(overview("11", "2026-11-03T12:00:00Z"));
        take(overview("11", "2026-11-19T12:00:00Z"));

        assertThat(sent).hasSize(2);
        assertThat(take(overview("12", "2026-11-04T12:00:00Z"))).isEqualTo(Disposition.BEYOND_DEPTH);
        assertThat(take(overview("11", "2026-11-18T12:00:00Z"))).isEqualTo(Disposition.DUPLICATE);
        assertThat(companies.approximateNumEntries()).isEqualTo(3);
        assertThat(sent).hasSize(2);
    }

    private static RawQuote overview(String pe, String at) {
        return Payloads.at(Payloads.with(Payloads.ALPHA_VANTAGE_OVERVIEW, "19.42", pe), at, "at-" + at);
    }

    /** Each record meets new books. */
    private Disposition take(RawQuote quote) {
        FactBook book = new FactBook(rules, companies, actions);
        Effects effects = new Effects();
        effects.begin(0);
        Origin origin = new Origin("topic", 0, sent.size());
        Disposition disposition = switch (parsing.observation(quote)) {
            case FundamentalsObservation said -> book.take(said, origin, effects);
            case CorporateActionObservation action -> book.take(action, origin, (symbol, date, also) -> {}, effects);
            default -> throw new IllegalArgumentException(quote.getPayload());
        };
        effects.release(bars, sent::add);
        return disposition;
    }
}
