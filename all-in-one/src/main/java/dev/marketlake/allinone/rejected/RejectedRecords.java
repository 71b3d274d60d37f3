package dev.marketlake.allinone.rejected;

import dev.marketlake.allinone.suite.Endpoints;
import dev.marketlake.allinone.watch.TopicOffsets;
import dev.marketlake.allinone.watch.TopicTail;
import dev.marketlake.events.RejectedQuote;
import dev.marketlake.topics.Topics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Everything that market.rejected holds. Each question reads the topic anew, from its oldest record on. */
public final class RejectedRecords {
    private static final Comparator<RejectedQuote> OLDEST_FIRST = Comparator.comparing(RejectedQuote::getRejectedAt)
            .thenComparing(row -> row.getPosition().getTopicId())
            .thenComparing(row -> row.getPosition().getPartition())
            .thenComparing(row -> row.getPosition().getOffset());

    private final Endpoints endpoints;

    public RejectedRecords(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** How places in the raw topic there is now are named. @throws dev.marketlake.allinone.watch.BrokerSilent if the broker does not answer */
    public RawPlace.Naming naming() {
        try (var offsets = new TopicOffsets(endpoints.bootstrapServers())) {
            return new RawPlace.Naming(Topics.RAW.name(), offsets.topicId(Topics.RAW.name()));
        }
    }

    /** The newest {@code most} that a filter takes, newest first. @throws dev.marketlake.allinone.watch.BrokerSilent if the broker does not answer */
    public List<RejectedQuote> newest(RejectedFilter filter, int most) {
        var kept = new PriorityQueue<>(OLDEST_FIRST);
        each(row -> {
            if (filter.takes(row)) {
                kept.add(row);
                if (kept.size() > most) {
                    kept.remove();
                }
            }
        });
        return kept.stream().sorted(OLDEST_FIRST.reversed()).toList();
    }

    /** The record of a place; empty where it was not rejected, or so long ago that the topic has let go of it. */
    public Optional<RejectedQuote> at(RawPlace place) {
        var found = new ArrayList<RejectedQuote>();
        each(row -> {
            if (RawPlace.of(row.getPosition()).equals(place)) {
                found.add(row);
            }
        });
        return found.stream().findFirst();
    }

    /** Hands over every record there is now, oldest first within a partition. */
    void each(Consumer<RejectedQuote> taker) {
        try (var tail = new TopicTail<>(
                endpoints.bootstrapServers(), endpoints.registryUrl(), Topics.REJECTED, TopicTail.From.START)) {
            tail.take(taker);
        }
    }
}
