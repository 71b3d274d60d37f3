package dev.marketlake.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.ingest.fetch.Response;
import dev.marketlake.market.Feed;
import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class OutboxTest {
    private final Outbox outbox = new Outbox(10);

    @Test
    void the_oldest_stays_until_it_is_acknowledged() throws InterruptedException {
        outbox.put(response("a", 4));
        outbox.put(response("b", 4));
        assertThat(outbox.oldest().requestId()).isEqualTo("a");
        assertThat(outbox.oldest().requestId()).isEqualTo("a");
        outbox.acknowledged();
        assertThat(outbox.oldest().requestId()).isEqualTo("b");
        assertThat(outbox.observations()).isEqualTo(4);
    }

    @Test
    void full_makes_the_poll_wait_until_the_broker_has_acknowledged() throws InterruptedException {
        outbox.put(response("a", 6));
        Thread poll = putting(response("b", 5));
        awaitWaiting(poll);
        assertThat(outbox.observations()).isEqualTo(6);
        outbox.acknowledged();
        poll.join();
        assertThat(outbox.oldest().requestId()).isEqualTo("b");
    }

    @Test
    void a_response_larger_than_the_bound_goes_through_alone() throws InterruptedException {
        outbox.put(response("big", 100));
        Thread poll = putting(response("b", 1));
        awaitWaiting(poll);
        outbox.acknowledged();
        poll.join();
        assertThat(outbox.observations()).isEqualTo(1);
    }

    @Test
    void emptiness_is_awaited_for_as_long_as_patience_lasts() throws InterruptedException {
        outbox.put(response("a", 1));
        assertThat(outbox.awaitEmpty(Duration.ofMillis(20))).isFalse();
        outbox.acknowledged();
        assertThat(outbox.awaitEmpty(Duration.ZERO)).isTrue();
        outbox.awaitEmpty();
    }

    @Test
    void an_interrupt_ends_the_waiting_and_what_was_fetched_goes_in_all_the_same() throws InterruptedException {
        outbox.put(response("a", 10));
        Thread poll = putting(response("b", 1));
        awaitWaiting(poll);
        poll.interrupt();
        poll.join();
        assertThat(outbox.observations()).isEqualTo(11);
    }

    private Thread putting(Response response) {
        return Thread.ofPlatform().start(() -> {
            try {
                outbox.put(response);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            assertThat(thread.isAlive()).as("it did not wait").isTrue();
            Thread.onSpinWait();
        }
    }

    private static Response response(String id, int size) {
        return new Response(
                Source.FINNHUB,
                Feed.QUOTE,
                new Symbol("A"),
                Optional.empty(),
                Instant.EPOCH,
                id,
                Collections.nCopies(size, "{}"));
    }
}
