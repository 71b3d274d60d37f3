package dev.marketlake.stream.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.config.Watchlist;
import dev.marketlake.events.LedgerEntry;
import dev.marketlake.events.RawQuote;
import dev.marketlake.stream.MarketDriver;
import dev.marketlake.stream.Settings;
import dev.marketlake.stream.judge.AlertRules;
import dev.marketlake.stream.observation.Observation;
import dev.marketlake.stream.observation.Parsed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MutatedPayloadsTest {
    private static final String JUNK = "{}[]\",:.-+eE0123456789nulltruefalse\\u0000 \u00e9\u20ac/";
    private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|-?[0-9][0-9.eE+-]*|true|false");
    private static final List<String> OTHERS = List.of(
            "null",
            "0",
            "-1",
            "1.5",
            "1e999999999",
            "-1e-999999999",
            "99999999999999999999",
            "9223372036854775807",
            "\"\"",
            "\"None\"",
            "\"NaN\"",
            "\"9999-12-31\"",
            "\"-999999999-01-01\"",
            "\"2019-02-30 25:00:00\"",
            "[]",
            "{}",
            "[[[[]]]]",
            "true");

    private final Parsing parsing = new Parsing(Watchlist.of("AAPL"), Duration.ofMinutes(2));

    @Test
    void a_hundred_thousand_mutated_payloads_of_all_feeds_become_observations_or_refusals() {
        List<RawQuote> good = Payloads.all();
        Random random = new Random(7);
        int observations = 0;
        for (int i = 0; i < 100_000; i++) {
            RawQuote quote = good.get(i % good.size());
            String mutated = mutated(quote.getPayload(), random);
            Parsed parsed = parsing.observation(Payloads.with(quote, mutated));
            assertThat(parsed).as(mutated).isNotNull();
            observations += parsed instanceof Observation ? 1 : 0;
        }
        assertThat(observations).as("of them still good").isBetween(5_000, 60_000);
    }

    @Test
    void each_of_thousands_of_mutated_payloads_ends_in_one_column_of_the_ledger() {
        List<RawQuote> good = Payloads.all();
        Random random = new Random(11);
        int count = 3_000;
        try (MarketDriver market = new MarketDriver(
                Settings.defaults(),
                new AlertRules("none", List.of()),
                Instant.parse("2026-11-20T00:00:00Z"),
                "AAPL")) {
            for (int i = 0; i < count; i++) {
                RawQuote quote = good.get(i % good.size());
                market.pipe(Payloads.with(quote, mutated(quote.getPayload(), random)));
            }
            List<LedgerEntry> counts = market.flush().latestLedger().values().stream()
                    .filter(entry -> entry.getKind().equals("COUNTS"))
                    .toList();
            assertThat(counts.stream().mapToLong(MutatedPayloadsTest::all).sum())
                    .isEqualTo(count);
            long rejected = counts.stream().mapToLong(LedgerEntry::getRejected).sum();
            assertThat(market.rejected())
                    .hasSize((int) rejected)
                    .noneMatch(row -> row.getReasons().contains("UNEXPECTED"));
        }
    }

    private static long all(LedgerEntry counts) {
        return counts.getAccepted()
                + counts.getRevised()
                + counts.getDuplicate()
                + counts.getSuperseded()
                + counts.getRejected()
                + counts.getBeyondDepth();
    }

    private static String mutated(String text, Random random) {
        return random.nextBoolean() ? otherToken(text, random) : otherCharacters(text, random);
    }

    private static String otherToken(String text, Random random) {
        List<MatchResult> tokens = TOKEN.matcher(text).results().toList();
        MatchResult token = tokens.get(random.nextInt(tokens.size()));
        List<String> candidates = new ArrayList<>(OTHERS);
        candidates.add(tokens.get(random.nextInt(tokens.size())).group());
        String other = candidates.get(random.nextInt(candidates.size()));
        return text.substring(0, token.start()) + other + text.substring(token.end());
    }

    private static String otherCharacters(String text, Random random) {
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
