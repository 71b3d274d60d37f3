package dev.marketlake.stream.book;

import dev.marketlake.market.Symbol;
import dev.marketlake.stream.emit.ActionRows;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.ledger.Disposition;
import dev.marketlake.stream.measure.daily.SplitFactors;
import dev.marketlake.stream.observation.CorporateActionContent.Split;
import dev.marketlake.stream.observation.CorporateActionObservation;
import dev.marketlake.stream.observation.Origin;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Splits and dividends, identified by symbol, kind and date. Of what the sources say, the source first in {@code Source} stands, and of
 * what it said, the last; so the row depends on what was said alone, not on when it arrived. Nothing is ever forgotten: an old split
 * counts as long as there are prices from before it. Used by one thread.
 */
final class ActionBook {
    private final KeyValueStore<Bytes, byte[]> store;
    private final Map<Symbol, SymbolSplits> splits = new HashMap<>();

    /** @param changesSplits whether prices compare otherwise from the date of the action on */
    record Taken(Disposition disposition, boolean changesSplits) {}

    ActionBook(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** The splits of a symbol, those included that are taken while the effects are worked out. */
    SplitFactors splits(Symbol symbol) {
        return splits.computeIfAbsent(symbol, this::stored);
    }

    /** Goes back to the splits that are stored, after one was taken back. */
    void reload(Symbol symbol) {
        SymbolSplits held = splits.get(symbol);
        if (held != null) {
            held.clear();
            fill(symbol, held);
        }
    }

    private SymbolSplits stored(Symbol symbol) {
        SymbolSplits held = new SymbolSplits();
        fill(symbol, held);
        return held;
    }

    private void fill(Symbol symbol, SymbolSplits held) {
        Map<LocalDate, ActionClaim> standing = new HashMap<>();
        each(
                ActionClaim.splits(symbol),
                (key, claim) ->
                        standing.merge(ActionClaim.date(key), claim, BinaryOperator.maxBy(ActionClaim.STANDING)));
        standing.forEach((date, claim) -> put(held, date, claim));
    }

    private static void put(SymbolSplits held, LocalDate date, ActionClaim standing) {
        if (standing.content() instanceof Split split) {
            held.put(date, split, standing.first().observedAt());
        }
    }

    Taken take(CorporateActionObservation action, Origin origin, Effects effects) {
        String prefix = ActionClaim.action(action);
        List<ActionClaim> known = known(prefix);
        Optional<ActionClaim> before = known.stream().max(ActionClaim.STANDING);
        ActionClaim arrival = ActionClaim.once(action, origin);
        Optional<ActionClaim> same = known.stream().filter(arrival::isOf).findFirst();
        ActionClaim updated = same.map(claim -> claim.alsoAt(arrival)).orElse(arrival);
        same.ifPresent(known::remove);
        known.add(updated);
        ActionClaim standing = known.stream().max(ActionClaim.STANDING).orElseThrow();
        boolean news = before.isEmpty() || !standing.showsAs(before.get());
        if (news) {
            publish(action, standing, effects);
            put(splits.computeIfAbsent(action.symbol(), this::stored), action.date(), standing);
        }
        byte[] value = FactCodec.encode(updated);
        effects.onRelease(() -> store.put(updated.key(prefix), value));
        return new Taken(disposition(before, updated, standing), news && action.content() instanceof Split);
    }

    private static Disposition disposition(Optional<ActionClaim> before, ActionClaim updated, ActionClaim standing) {
        if (before.isEmpty()) {
            return Disposition.ACCEPTED;
        }
        if (updated.content().equals(before.get().content())) {
            return Disposition.DUPLICATE;
        }
        return standing == updated ? Disposition.REVISED : Disposition.SUPERSEDED;
    }

    private List<ActionClaim> known(String prefix) {
        List<ActionClaim> claims = new ArrayList<>();
        each(prefix, (key, claim) -> claims.add(claim));
        return claims;
    }

    private void each(String prefix, BiConsumer<Bytes, ActionClaim> taker) {
        Bytes start = Bytes.wrap(prefix.getBytes(StandardCharsets.UTF_8));
        try (KeyValueIterator<Bytes, byte[]> all = store.prefixScan(start, new BytesSerializer())) {
            all.forEachRemaining(entry -> taker.accept(entry.key, FactCodec.claim(entry.value)));
        }
    }

    private static void publish(CorporateActionObservation action, ActionClaim standing, Effects effects) {
        ActionRows.publish(
                action.symbol(),
                action.date(),
                standing.source(),
                standing.content(),
                standing.first().observedAt(),
                standing.notes(),
                standing.origin(),
                effects);
    }
}
