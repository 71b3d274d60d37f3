package dev.marketlake.allinone.ledger;

import dev.marketlake.allinone.suite.Endpoints;
import dev.marketlake.allinone.suite.SuiteFailure;
import dev.marketlake.allinone.watch.LedgerBook;
import dev.marketlake.allinone.watch.TopicOffsets;
import dev.marketlake.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads the ledger of a running suite. The rows of one transaction become visible one partition after the other, so a look in between may
 * find what does not balance: only what stays so through ten seconds of looking is taken for true. For one thread.
 */
public final class LedgerReading implements AutoCloseable {
    private static final Duration LONGEST_DOUBT = Duration.ofSeconds(10);
    private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final List<String> RAW = List.of(Topics.RAW.name());

    private final LedgerBook book;
    private final TopicOffsets offsets;
    private final Clock clock;

    /** @throws dev.marketlake.allinone.watch.BrokerSilent if the broker does not answer, or there is no ledger yet */
    public LedgerReading(Endpoints endpoints, Clock clock) {
        this.book = new LedgerBook(endpoints.bootstrapServers(), endpoints.registryUrl());
        this.offsets = new TopicOffsets(endpoints.bootstrapServers());
        this.clock = clock;
    }

    /** The first statement that balances, else the one after ten seconds. @throws dev.marketlake.allinone.watch.BrokerSilent if the broker does not answer */
    public LedgerStatement statement() {
        var deadline = clock.instant().plus(LONGEST_DOUBT);
        var statement = look();
        while (!statement.faults().isEmpty() && clock.instant().isBefore(deadline)) {
            book.await(BETWEEN_LOOKS);
            statement = look();
        }
        return statement;
    }

    /**
     * The first statement that balances and has counted every raw record there was at the first look; else, with all of them counted, the
     * one after ten seconds.
     *
     * @param waiting told how many records are still to be counted, at each look
     * @throws SuiteFailure if nothing moves for 5 minutes while records wait
     */
    public LedgerStatement caughtUp(Consumer<Long> waiting) {
        var statement = look();
        var goal = statement.raw();
        var movedAt = clock.instant();
        while (statement.uncounted(goal) > 0 || !statement.faults().isEmpty()) {
            long uncounted = statement.uncounted(goal);
            waiting.accept(uncounted);
            var still = Duration.between(movedAt, clock.instant());
            if (uncounted == 0 && still.compareTo(LONGEST_DOUBT) > 0) {
                return statement;
            }
            requirePatience(still, uncounted);
            book.await(BETWEEN_LOOKS);
            var next = look();
            movedAt = next.entries().equals(statement.entries()) ? movedAt : clock.instant();
            statement = next;
        }
        return statement;
    }

    private static void requirePatience(Duration still, long lag) {
        if (still.compareTo(LONGEST_STANDSTILL) > 0) {
            throw new SuiteFailure("the ledger has not moved for " + LONGEST_STANDSTILL.toMinutes() + " minutes, and "
                    + lag + " raw records wait: see marketlake status");
        }
    }

    private LedgerStatement look() {
        var entries = book.refreshed().entries();
        var begins = offsets.begins(RAW);
        Map<Integer, RawRange> raw = new HashMap<>();
        offsets.ends(RAW)
                .forEach((partition, end) ->
                        raw.put(partition.partition(), new RawRange(begins.getOrDefault(partition, 0L), end)));
        return new LedgerStatement(entries, offsets.topicId(Topics.RAW.name()), raw);
    }

    @Override
    public void close() {
        book.close();
        offsets.close();
    }
}
