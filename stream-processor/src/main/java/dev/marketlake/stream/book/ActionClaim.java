package dev.marketlake.stream.book;

import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.observation.CorporateActionContent;
import dev.marketlake.stream.observation.CorporateActionContent.Dividend;
import dev.marketlake.stream.observation.CorporateActionContent.Split;
import dev.marketlake.stream.observation.CorporateActionObservation;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.observation.Place;
import dev.marketlake.stream.observation.Reasons;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import org.apache.kafka.common.utils.Bytes;

/**
 * What one source says, or once said, of an action, with the span of places that stated it. Its key, UTF-8, is {@code
 * NVDA|SPLIT|2021-07-20|YAHOO|4:1}, of a dividend {@code IBM|DIVIDEND|2026-05-08|ALPHA_VANTAGE|169000000}.
 *
 * @param first earliest place: since then we know it
 * @param last latest place: how recently the source still said so
 * @param origin raw record of the first place
 * @param notes advisory reasons found at the first place
 */
record ActionClaim(
        Source source, CorporateActionContent content, Place first, Place last, Origin origin, Reasons notes) {
    /** The claim that stands is the greatest: of the source first in {@link Source}, what it said last. */
    static final Comparator<ActionClaim> STANDING = Comparator.comparing(ActionClaim::source)
            .reversed()
            .thenComparing(ActionClaim::last)
            .thenComparing(claim -> figures(claim.content()));

    static ActionClaim once(CorporateActionObservation action, Origin origin) {
        return new ActionClaim(
                action.source(), action.content(), action.place(), action.place(), origin, action.notes());
    }

    /** What the keys of all claims of an action begin with. */
    static String action(CorporateActionObservation action) {
        return action.symbol() + "|" + action.content().kind() + "|" + action.date() + "|";
    }

    /** What the keys of all splits of a symbol begin with. */
    static String splits(Symbol symbol) {
        return symbol + "|SPLIT|";
    }

    /** Date of the action whose key this is. */
    static LocalDate date(Bytes key) {
        return LocalDate.parse(new String(key.get(), StandardCharsets.UTF_8).split("\\|", -1)[2]);
    }

    Bytes key(String action) {
        return Bytes.wrap((action + source + "|" + figures(content)).getBytes(StandardCharsets.UTF_8));
    }

    boolean isOf(ActionClaim other) {
        return source == other.source && content.equals(other.content);
    }

    /** This claim with one more place; the very same object where nothing changes. */
    ActionClaim alsoAt(ActionClaim again) {
        if (again.first.isBefore(first)) {
            return new ActionClaim(source, content, again.first, last, again.origin, again.notes);
        }
        return last.isBefore(again.last) ? new ActionClaim(source, content, first, again.last, origin, notes) : this;
    }

    /** Whether the row of {@code other} would be the same. */
    boolean showsAs(ActionClaim other) {
        return isOf(other) && first.observedAt() == other.first.observedAt() && notes.equals(other.notes);
    }

    static String figures(CorporateActionContent content) {
        return switch (content) {
            case Split split -> split.to() + ":" + split.from();
            case Dividend dividend -> Long.toString(dividend.amount());
        };
    }
}
