package dev.marketlake.contract;

import dev.marketlake.events.Alert;
import dev.marketlake.events.Bar;
import dev.marketlake.events.RawPosition;
import dev.marketlake.events.RawQuote;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** One record each of three contracts, with texts, numbers and times that a careless client would damage. */
final class Records {
    private static final Instant OPEN = Instant.parse("2019-02-15T20:59:00Z");
    private static final Instant OBSERVED = Instant.parse("2019-02-15T21:00:07.123456Z");
    private static final String TOPIC_ID = "mFfWVhzPSd-XPuHVCN0gqw";

    private Records() {}

    static RawQuote raw() {
        return RawQuote.newBuilder()
                .setSource("ALPHA_VANTAGE")
                .setFeed("INTRADAY_BAR")
                .setSymbol("AAPL")
                .setInterval("1m")
                .setPayload("{\"symbol\":\"AAPL\",\"name\":\"Ünïcode € 漢 \\u0000\",\"bar\":{\"1. open\":\"170.2300\"}}")
                .setObservedAt(OBSERVED)
                .setRequestId("5f3c2a9e-0000-4000-8000-1234567890ab")
                .setSequence(389)
                .build();
    }

    static Bar bar() {
        return Bar.newBuilder()
                .setSymbol("^ACWI")
                .setInterval("1m")
                .setOpenTime(OPEN)
                .setTradeDate(LocalDate.of(2019, 2, 15))
                .setSession("REGULAR")
                .setOpen(new BigDecimal("170.23000000"))
                .setHigh(new BigDecimal("9999999999.99999999"))
                .setLow(new BigDecimal("0.00000001"))
                .setClose(new BigDecimal("-1.28000000"))
                .setVolume(4_503_599_627_370_497L)
                .setSource("ALPHA_VANTAGE")
                .setPriceBasis("RAW")
                .setComplete(true)
                .setValid(false)
                .setViolations(List.of("OFF_GRID", "ZERO_VOLUME"))
                .setDeleted(false)
                .setObservedAt(OBSERVED)
                .setRevision(2)
                .setLineage(new RawPosition(TOPIC_ID, 3, 12_345_678_901L))
                .build();
    }

    static Alert alert() {
        return Alert.newBuilder()
                .setAlertId("volume-spike|AAPL|1m|2019-02-15T20:59:00Z")
                .setRule("volume-spike")
                .setKind("VOLUME_SPIKE")
                .setSymbol("AAPL")
                .setInterval("1m")
                .setOpenTime(OPEN)
                .setTradeDate(LocalDate.of(2019, 2, 15))
                .setSeverity("WARNING")
                .setState("RAISED")
                .setObserved(0.1 + 0.2)
                .setThreshold(4)
                .setMessage("AAPL traded 7.25 times its usual volume")
                .setEvidence(Map.of("volume_ratio_20", 7.25, "volume_zscore_20", 5.5e-300))
                .setPositions(List.of(new RawPosition(TOPIC_ID, 2, 41L), new RawPosition(TOPIC_ID, 2, 42L)))
                .setRulesVersion("9f86d081")
                .setRaisedAt(Instant.parse("2019-02-15T21:00:08.000001Z"))
                .setObservedAt(OBSERVED)
                .setReplayed(false)
                .build();
    }
}
