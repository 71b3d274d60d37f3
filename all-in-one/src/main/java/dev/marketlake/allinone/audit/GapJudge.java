package dev.marketlake.allinone.audit;

import dev.marketlake.allinone.audit.Evidence.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says whether offsets without a row ever held a record. Offsets are dense but for the marks of transactions and what was aborted, so each
 * gap needs a witness: Kafka, as long as it holds the range; the ledger, which counts from the first record on; or lake.yml, where somebody
 * gave a range up. A gap without a witness is a difference. For one thread.
 */
final class GapJudge {
    private final Evidence evidence;
    private final Map<Source, Long> ledger;
    private final Map<Source, Long> skipTo;
    private final List<String> notes = new ArrayList<>();

    /** @param ledger first offset the lake's ledger counts, by source @param skipTo offsets to go on from, of lake.yml */
    GapJudge(Evidence evidence, Map<Source, Long> ledger, Map<Source, Long> skipTo) {
        this.evidence = evidence;
        this.ledger = Map.copyOf(ledger);
        this.skipTo = Map.copyOf(skipTo);
    }

    /** What was accepted and yet is worth knowing. */
    List<String> notes() {
        return notes;
    }

    /** Offsets 0 up to {@code first} have no row. @return what is wrong with that; empty where it is as it should be */
    Optional<String> begins(Source source, long first) {
        if (isGivenUp(source, first)) {
            return Optional.empty();
        }
        Answer answer = evidence.about(source, 0, first);
        Long counted = ledger.get(source);
        if (answer == Answer.RECORDS) {
            return Optional.of(missing(source, 0, first, "Kafka has records there"));
        }
        if (counted != null && counted < first) {
            return Optional.of(missing(source, counted, first, "the ledger has counted them"));
        }
        if (answer == Answer.UNKNOWN && counted == null) {
            return Optional.of(
                    missing(source, 0, first, "neither Kafka nor the ledger can say whether they held records"));
        }
        if (answer != Answer.NOTHING) {
            notes.add(source + " begins at offset " + first + ": what came before had left Kafka");
        }
        return Optional.empty();
    }

    /** Offsets {@code from} up to {@code to} have no row, those before do. @return as above */
    Optional<String> lacks(Source source, long from, long to) {
        if (isGivenUp(source, to)) {
            return Optional.empty();
        }
        return switch (evidence.about(source, from, to)) {
            case NOTHING -> Optional.empty();
            case RECORDS -> Optional.of(missing(source, from, to, "Kafka has records there"));
            case EXPIRED ->
                Optional.of(missing(source, from, to, "Kafka no longer has them and cannot say what they were"));
            case UNKNOWN ->
                Optional.of(missing(source, from, to, "and there is no broker with this topic to say what they were"));
        };
    }

    private boolean isGivenUp(Source source, long to) {
        boolean givenUp = Long.valueOf(to).equals(skipTo.get(source));
        if (givenUp) {
            notes.add(source + ": offsets before " + to + " were given up by skip-to of lake.yml");
        }
        return givenUp;
    }

    private static String missing(Source source, long from, long to, String why) {
        return "offsets " + from + " to " + (to - 1) + " of " + source + " have no row: " + why;
    }
}
