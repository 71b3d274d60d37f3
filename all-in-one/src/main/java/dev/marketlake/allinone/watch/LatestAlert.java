package dev.marketlake.allinone.watch;

import dev.marketlake.events.Alert;
import dev.marketlake.topics.Topics;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The alert raised last, of those that stand near the end of the topic when first asked. For one thread. */
final class LatestAlert implements AutoCloseable {
    private final TopicTail<Alert> tail;
    private @Nullable Alert latest;

    LatestAlert(String bootstrapServers, String registryUrl) {
        this.tail = new TopicTail<>(bootstrapServers, registryUrl, Topics.ALERTS, TopicTail.From.NEAR_END);
    }

    /** @throws BrokerSilent if that cannot be told now */
    Optional<Alert> refreshed() {
        tail.take(this::consider);
        return Optional.ofNullable(latest);
    }

    private void consider(Alert alert) {
        var known = latest;
        if (alert.getState().equals("RAISED")
                && (known == null || alert.getRaisedAt().isAfter(known.getRaisedAt()))) {
            latest = alert;
        }
    }

    @Override
    public void close() {
        tail.close();
    }
}
