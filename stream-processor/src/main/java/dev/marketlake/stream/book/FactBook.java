package dev.marketlake.stream.book;

import dev.marketlake.market.Symbol;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.judge.FundamentalsView;
import dev.marketlake.stream.ledger.Disposition;
import dev.marketlake.stream.observation.CorporateActionObservation;
import dev.marketlake.stream.observation.FundamentalsObservation;
import dev.marketlake.stream.observation.Origin;
import java.time.LocalDate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** What is known of companies and of their splits and dividends. Used by one thread. */
public final class FactBook {
    private final CompanyBook companies;
    private final ActionBook actions;

    /** Takes up what the stores hold. */
    public FactBook(
            BookRules rules, KeyValueStore<Bytes, byte[]> fundamentals, KeyValueStore<Bytes, byte[]> corporateActions) {
        this.companies = new CompanyBook(rules, fundamentals);
        this.actions = new ActionBook(corporateActions);
    }

    /** What is known of companies, as of a time. */
    public FundamentalsView fundamentals() {
        return companies::asOf;
    }

    /** Takes what was said of a followed company. */
    public Disposition take(FundamentalsObservation said, Origin origin, Effects effects) {
        return companies.take(said, origin, effects);
    }

    /** The splits of each symbol. */
    public SplitsView splits() {
        return actions::splits;
    }

    /** Who compares prices across splits. */
    public interface Follower {
        /** Prices of a symbol from before a date compare otherwise with those from it on. */
        void splitsChanged(Symbol symbol, LocalDate exDate, Effects effects);
    }

    /** Takes a split or a dividend of a followed symbol; {@code follower} is told of a split that changes. */
    public Disposition take(CorporateActionObservation action, Origin origin, Follower follower, Effects effects) {
        ActionBook.Taken taken = actions.take(action, origin, effects);
        if (taken.changesSplits()) {
            follower.splitsChanged(action.symbol(), action.date(), effects);
        }
        return taken.disposition();
    }

    /** Takes a symbol up again from what is stored, after a record of it was taken back. */
    public void reload(Symbol symbol) {
        actions.reload(symbol);
    }
}
