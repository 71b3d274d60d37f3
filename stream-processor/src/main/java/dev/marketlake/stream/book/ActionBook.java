package dev.marketlake.stream.book;

import dev.marketlake.stream.emit.ActionRows;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.ledger.Disposition;
import dev.marketlake.stream.observation.CorporateActionObservation;
import dev.marketlake.stream.observation.Origin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    ActionBook(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    Disposition take(CorporateActionObservation action, Origin origin, Effects effects) {
        String prefix = ActionClaim.action(action);
        List<ActionClaim> known = known(prefix);
        Optional<ActionClaim> before = known.stream().max(ActionClaim.STANDING);
        ActionClaim arrival = ActionClaim.once(action, origin);
        Optional<ActionClaim> same = known.stream().filter(arrival::isOf).findFirst();
        ActionClaim updated = same.map(claim -> claim.alsoAt(arrival)).orElse(arrival);
        same.ifPresent(known::remove);
        known.add(updated);
        ActionClaim standing = known.stream().max(ActionClaim.STANDING).orElseThrow();
        if (before.isEmpty() || !standing.showsAs(before.get())) {
            publish(action, standing, effects);
        }
        byte[] value = FactCodec.encode(updated);
        effects.onRelease(() -> store.put(updated.key(prefix), value));
        return disposition(before, updated, standing);
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
        Bytes start = Bytes.wrap(prefix.getBytes(StandardCharsets.UTF_8));
        try (KeyValueIterator<Bytes, byte[]> all = store.prefixScan(start, new BytesSerializer())) {
            all.forEachRemaining(entry -> claims.add(FactCodec.claim(entry.value)));
        }
        return claims;
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
