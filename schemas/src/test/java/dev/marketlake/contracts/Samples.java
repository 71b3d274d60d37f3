package dev.marketlake.contracts;

import dev.marketlake.events.Alert;
import dev.marketlake.events.Bar;
import dev.marketlake.events.CheckResult;
import dev.marketlake.events.CorporateAction;
import dev.marketlake.events.Fundamentals;
import dev.marketlake.events.Indicators;
import dev.marketlake.events.LedgerEntry;
import dev.marketlake.events.Performance;
import dev.marketlake.events.RawPosition;
import dev.marketlake.events.RawQuote;
import dev.marketlake.events.RejectedQuote;
import dev.marketlake.events.Trade;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** One plausible record of each contract, with every logical type and both branches of its unions. */
public final class Samples {
    private static final Instant OPEN = Instant.parse("2019-02-15T20:59:00Z");
    private static final Instant OBSERVED = Instant.parse("2019-02-15T21:00:07.123456Z");

    private Samples() {}

    /** All of them. */
    public static List<SpecificRecord> all() {
        return List.of(
                raw(),
                bar(),
                deletedBar(),
                trade(),
                fundamentals(),
                split(),
                indicators(),
                performance(),
                alert(),
                rejected(),
                ledger(),
                quality());
    }

    public static RawQuote raw() {
        return RawQuote.newBuilder()
                .setSource("ALPHA_VANTAGE")
                .setFeed("INTRADAY_BAR")
                .setSymbol("AAPL")
                .setInterval("1m")
                .setPayload("{\"symbol\":\"AAPL\",\"name\":\"Ünïcode €\",\"bar\":{\"1. open\":\"170.2300\"}}")
                .setObservedAt(OBSERVED)
                .setRequestId("5f3c2a9e-0000-4000-8000-1234567890ab")
                .setSequence(389)
                .build();
    }

    public static Bar bar() {
        return Bar.newBuilder()
                .setSymbol("AAPL")
                .setInterval("1m")
                .setOpenTime(OPEN)
                .setTradeDate(LocalDate.of(2019, 2, 15))
                .setSession("REGULAR")
                .setOpen(new BigDecimal("170.23000000"))
                .setHigh(new BigDecimal("170.42000001"))
                .setLow(new BigDecimal("0.00000001"))
                .setClose(new BigDecimal("9999999999.99999999"))
                .setVolume(427_888L)
                .setSource("ALPHA_VANTAGE")
                .setPriceBasis("RAW")
                .setComplete(true)
                .setValid(true)
                .setViolations(List.of("ZERO_VOLUME"))
                .setDeleted(false)
                .setObservedAt(OBSERVED)
                .setRevision(2)
                .setLineage(new RawPosition("mFfWVhzPSd-XPuHVCN0gqw", 3, 9_007_199_254_740_993L))
                .build();
    }

    public static Bar deletedBar() {
        return Bar.newBuilder(bar())
                .setOpen(null)
                .setHigh(null)
                .setLow(null)
                .setClose(null)
                .setVolume(null)
                .setDeleted(true)
                .build();
    }

    public static Trade trade() {
        return Trade.newBuilder()
                .setTradeId("FINNHUB|AAPL|1779480000")
                .setKind("QUOTE")
                .setSource("FINNHUB")
                .setSymbol("AAPL")
                .setTradeDate(LocalDate.of(2026, 5, 22))
                .setProviderTime(Instant.ofEpochSecond(1_779_480_000))
                .setPrice(new BigDecimal("308.82000000"))
                .setConditions(List.of())
                .setPreviousClose(new BigDecimal("304.99000000"))
                .setValid(true)
                .setViolations(List.of())
                .setObservedAt(OBSERVED)
                .setLineage(new RawPosition("mFfWVhzPSd-XPuHVCN0gqw", 0, 0L))
                .build();
    }

    public static Fundamentals fundamentals() {
        return Fundamentals.newBuilder()
                .setSymbol("IBM")
                .setObservedAt(OBSERVED)
                .setSource("ALPHA_VANTAGE")
                .setName("International Business Machines")
                .setSector("TECHNOLOGY")
                .setCurrency("USD")
                .setMarketCap(206_116_848_000L)
                .setPeRatio(new BigDecimal("19.42000000"))
                .setEps(null)
                .setViolations(List.of())
                .setDeleted(false)
                .setLineage(new RawPosition("mFfWVhzPSd-XPuHVCN0gqw", 1, 12L))
                .build();
    }

    public static CorporateAction split() {
        return CorporateAction.newBuilder()
                .setSymbol("NVDA")
                .setDate(LocalDate.of(2021, 7, 20))
                .setKind("SPLIT")
                .setSource("YAHOO")
                .setSplitTo(4L)
                .setSplitFrom(1L)
                .setAmount(null)
                .setViolations(List.of())
                .setObservedAt(OBSERVED)
                .setLineage(new RawPosition("mFfWVhzPSd-XPuHVCN0gqw", 1, 13L))
                .build();
    }

    public static Indicators indicators() {
        return Indicators.newBuilder()
                .setSymbol("AAPL")
                .setInterval("1m")
                .setOpenTime(OPEN)
                .setTradeDate(LocalDate.of(2019, 2, 15))
                .setClose(new BigDecimal("170.42000000"))
                .setMa15m(170.3)
                .setVolatility15m(1e-4)
                .setInputs(60)
                .setRevision(0)
                .setObservedAt(OBSERVED)
                .setDeleted(false)
                .setLineage(new RawPosition("mFfWVhzPSd-XPuHVCN0gqw", 1, 77L))
                .build();
    }

    public static Performance performance() {
        return Performance.newBuilder()
                .setSymbol("AAPL")
                .setTradeDate(LocalDate.of(2019, 2, 15))
                .setOpenTime(Instant.parse("2019-02-15T14:30:00Z"))
                .setClose(new BigDecimal("170.42000000"))
                .setAvg7d(170.14857142857143)
                .setReturn1d(-0.0022)
                .setReturnYtd(0.0804)
                .setDrawdown(-0.2654)
                .setInputs(271)
                .setRevision(1)
                .setObservedAt(OBSERVED)
                .setDeleted(false)
                .setLineage(new RawPosition("mFfWVhzPSd-XPuHVCN0gqw", 1, 467L))
                .build();
    }

    public static Alert alert() {
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
                .setObserved(7.25)
                .setThreshold(4.0)
                .setMessage("AAPL traded 7.25 times its usual volume")
                .setEvidence(Map.of("volume_ratio_20", 7.25, "volume_zscore_20", 5.5))
                .setPositions(List.of(new RawPosition("mFfWVhzPSd-XPuHVCN0gqw", 2, 41L)))
                .setRulesVersion("9f86d081")
                .setRaisedAt(Instant.parse("2019-02-15T21:00:08.000001Z"))
                .setObservedAt(OBSERVED)
                .setReplayed(false)
                .build();
    }

    public static RejectedQuote rejected() {
        return RejectedQuote.newBuilder()
                .setPosition(new RawPosition("mFfWVhzPSd-XPuHVCN0gqw", 2, 5L))
                .setRawTimestamp(OBSERVED)
                .setKey(ByteBuffer.wrap("AAPL".getBytes(StandardCharsets.UTF_8)))
                .setValue(ByteBuffer.wrap(new byte[] {1, 2, 0, -1}))
                .setReasons(List.of("UNDECODABLE"))
                .setMessage("value does not start with the zero byte of Confluent's wire format")
                .setRejectedAt(OBSERVED)
                .build();
    }

    public static LedgerEntry ledger() {
        return LedgerEntry.newBuilder()
                .setEntry("mFfWVhzPSd-XPuHVCN0gqw/0")
                .setKind("POSITION")
                .setTopicId("mFfWVhzPSd-XPuHVCN0gqw")
                .setPartition(0)
                .setAccepted(10)
                .setRevised(1)
                .setDuplicate(2)
                .setSuperseded(0)
                .setRejected(1)
                .setBeyondDepth(0)
                .setFirstOffset(0)
                .setNextOffset(14)
                .setUpdatedAt(OBSERVED)
                .build();
    }

    public static CheckResult quality() {
        return CheckResult.newBuilder()
                .setResultId("silver.bars|missing_count(close) = 0|2019-02-15T14:31:08Z")
                .setTable("silver.bars")
                .setCheck("missing_count(close) = 0")
                .setSeverity("BLOCK")
                .setOutcome("FAILED")
                .setMeasured(1.0)
                .setMessage("1 row of 390 has no close")
                .setSamples(List.of("symbol=AAPL, open_time=2019-02-15T14:30:00Z"))
                .setHolds(List.of("gold.daily_bars"))
                .setTableVersion(12L)
                .setConfigVersion("9f86d081884c")
                .setCheckedAt(OBSERVED)
                .build();
    }
}
