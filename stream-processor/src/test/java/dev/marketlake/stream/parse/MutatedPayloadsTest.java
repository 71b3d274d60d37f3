package dev.marketlake.stream.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.config.Watchlist;
import dev.marketlake.events.RawQuote;
import dev.marketlake.stream.Raw;
import dev.marketlake.stream.observation.Parsed;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MutatedPayloadsTest {
    private static final String JUNK = "{}[]\",:.-+eE0123456789nulltruefalse\\u0000 \u00e9\u20ac/";

    @Test
    void twenty_thousand_mutated_payloads_all_become_observations_or_rejections() {
        Parsing parsing = new Parsing(Watchlist.of("AAPL"), Duration.ofMinutes(2));
        Random random = new Random(7);
        String bar = Raw.minute("AAPL", "2019-02-15 15:59", 170.38, 427_888).payload();
        RawQuote snapshot = Raw.snapshot(
                "AAPL",
                "{\"c\":308.82,\"h\":311.4,\"l\":305.84,\"o\":306.12,\"pc\":304.99,\"t\":1550264400}",
                "2019-03-01T00:00:00Z");
        for (int i = 0; i < 20_000; i++) {
            RawQuote quote =
                    i % 2 == 0 ? Raw.minute("AAPL", "2019-02-15 15:59", 1, 1).quote() : snapshot;
            String original = i % 2 == 0 ? bar : snapshot.getPayload();
            String mutated = mutated(original, random);
            RawQuote changed = RawQuote.newBuilder(quote).setPayload(mutated).build();
            Parsed parsed = parsing.observation(changed);
            assertThat(parsed).as(mutated).isNotNull();
        }
    }

    private static String mutated(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            mutated.append(' ');
            int at = random.nextInt(mutated.length());
            switch (random.nextInt(4)) {
                case 0 -> mutated.deleteCharAt(at);
                case 1 -> mutated.setCharAt(at, JUNK.charAt(random.nextInt(JUNK.length())));
                case 2 -> mutated.insert(at, JUNK.charAt(random.nextInt(JUNK.length())));
                default -> mutated.setLength(Math.max(1, at));
            }
        }
        return mutated.toString();
    }
}
