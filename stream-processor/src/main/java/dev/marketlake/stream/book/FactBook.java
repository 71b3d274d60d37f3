package dev.marketlake.stream.book;

import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.judge.FundamentalsView;
import dev.marketlake.stream.ledger.Disposition;
import dev.marketlake.stream.observation.CorporateActionObservation;
import dev.marketlake.stream.observation.FundamentalsObservation;
import dev.marketlake.stream.observation.Origin;
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

    /** Takes a split or a dividend of a followed symbol. */
    public Disposition take(CorporateActionObservation action, Origin origin, Effects effects) {
        return actions.take(action, origin, effects);
    }
}
