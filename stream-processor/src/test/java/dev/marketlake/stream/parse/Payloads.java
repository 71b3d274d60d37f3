package dev.marketlake.stream.parse;

import dev.marketlake.events.RawQuote;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One good raw record of AAPL for every source and feed that has a reader, observed at 2026-11-20T00:00:00Z. */
public final class Payloads {
    public static final RawQuote ALPHA_VANTAGE_MINUTE = raw("ALPHA_VANTAGE", "INTRADAY_BAR", "1m", """
            {"symbol":"AAPL","interval":"1min","timeZone":"US/Eastern","stamp":"CLOSE","time":"2019-02-15 16:00:00","bar":\
            {"1. open":"170.23","2. high":"170.42","3. low":"170.21","4. close":"170.38","5. volume":"427888"}}""");
    public static final RawQuote ALPHA_VANTAGE_DAY = raw("ALPHA_VANTAGE", "DAILY_BAR", "1d", """
            {"symbol":"AAPL","timeZone":"US/Eastern","date":"2020-05-07","bar":\
            {"1. open":"122.9800","2. high":"123.2600","3. low":"120.8500","4. close":"121.2300","5. volume":"4412047"}}""");
    public static final RawQuote ALPHA_VANTAGE_ADJUSTED_DAY = raw("ALPHA_VANTAGE", "DAILY_BAR", "1d", """
            {"symbol":"AAPL","timeZone":"US/Eastern","date":"2020-08-31","bar":{"1. open":"127.58","2. high":"131.00","3. low":\
            "126.00","4. close":"129.04","5. adjusted close":"126.79","6. volume":"225702700","7. dividend amount":"0.0000",\
            "8. split coefficient":"4.0000"}}""");
    public static final RawQuote ALPHA_VANTAGE_QUOTE = raw("ALPHA_VANTAGE", "QUOTE", null, """
            {"symbol":"AAPL","quote":{"01. symbol":"AAPL","02. open":"122.67","03. high":"122.80","04. low":"121.06","05. price":\
            "121.74","06. volume":"2528814","07. latest trading day":"2020-05-08","08. previous close":"121.23"}}""");
    public static final RawQuote ALPHA_VANTAGE_OVERVIEW = raw("ALPHA_VANTAGE", "FUNDAMENTALS", null, """
            {"symbol":"AAPL","overview":{"Symbol":"AAPL","Name":"Apple Inc","Currency":"USD","Sector":"TECHNOLOGY",\
            "MarketCapitalization":"206116848000","PERatio":"None","TrailingPE":"19.42","EPS":"-"}}""");
    public static final RawQuote ALPHA_VANTAGE_SPLIT = raw("ALPHA_VANTAGE", "CORPORATE_ACTION", null, """
            {"symbol":"AAPL","split":{"effective_date":"2021-11-04","split_factor":"1.0460"}}""");
    public static final RawQuote ALPHA_VANTAGE_DIVIDEND = raw("ALPHA_VANTAGE", "CORPORATE_ACTION", null, """
            {"symbol":"AAPL","dividend":{"ex_dividend_date":"2026-05-08","declaration_date":"2026-04-22","amount":"1.69"}}""");
    public static final RawQuote ALPHA_VANTAGE_SPLIT_OF_A_DAY = raw("ALPHA_VANTAGE", "CORPORATE_ACTION", null, """
            {"symbol":"AAPL","kind":"SPLIT","date":"2020-08-31","bar":{"1. open":"127.58","8. split coefficient":"4.0000"}}""");
    public static final RawQuote FINNHUB_MINUTE = raw("FINNHUB", "INTRADAY_BAR", "1m", """
            {"symbol":"AAPL","resolution":"1","candle":{"t":1593714600,"o":366.95,"h":367.31,"l":366.21,"c":366.5698,"v":2113793}}""");
    public static final RawQuote FINNHUB_DAY = raw("FINNHUB", "DAILY_BAR", "1d", """
            {"symbol":"AAPL","resolution":"D","candle":{"t":1569297600,"o":221.03,"h":222.49,"l":217.19,"c":217.68,"v":33463820}}""");
    public static final RawQuote FINNHUB_QUOTE = raw("FINNHUB", "QUOTE", null, """
            {"symbol":"AAPL","quote":{"c":308.82,"d":3.83,"dp":1.2558,"h":311.4,"l":305.84,"o":306.12,"pc":304.99,"t":1779480000}}""");
    public static final RawQuote FINNHUB_TRADE = raw("FINNHUB", "TRADE", null, """
            {"ordinal":0,"trade":{"c":["1","24","12"],"p":146.76,"s":"AAPL","t":1628238530221,"v":43}}""");
    public static final RawQuote FINNHUB_METRIC = raw("FINNHUB", "FUNDAMENTALS", null, """
            {"symbol":"AAPL","metric":{"52WeekHighDate":"2026-05-22","marketCapitalization":4535749.5,"peTTM":37.0039,"epsTTM":8.2666}}""");
    public static final RawQuote FINNHUB_PROFILE = raw("FINNHUB", "FUNDAMENTALS", null, """
            {"symbol":"AAPL","profile":{"currency":"USD","finnhubIndustry":"Technology","marketCapitalization":4535749.272209372,\
            "name":"Apple Inc","ticker":"AAPL"}}""");
    public static final RawQuote YAHOO_MINUTE = raw("YAHOO", "INTRADAY_BAR", "1m", """
            {"symbol":"AAPL","timeZone":"America/New_York","basis":"RAW","row":{"timestamp":1577975400,"open":74.05999755859375,\
            "high":75.1500015258789,"low":73.79750061035156,"close":75.0875015258789,"volume":135480400}}""");
    public static final RawQuote YAHOO_DAY = raw("YAHOO", "DAILY_BAR", "1d", """
            {"symbol":"AAPL","timeZone":"America/New_York","row":{"timestamp":1577975400,"open":74.05999755859375,\
            "high":75.1500015258789,"low":73.79750061035156,"close":75.0875015258789,"volume":135480400}}""");
    public static final RawQuote YAHOO_QUOTE = raw("YAHOO", "FUNDAMENTALS", null, """
            {"quote":{"currency":"USD","longName":"Apple Inc.","trailingPE":40.925644,"epsTrailingTwelveMonths":6.59,\
            "marketCap":4002453389312,"symbol":"AAPL"}}""");
    public static final RawQuote YAHOO_SPLIT = raw("YAHOO", "CORPORATE_ACTION", null, """
            {"symbol":"AAPL","timeZone":"America/New_York","kind":"splits","event":{"date":1598880600,"numerator":4,"denominator":1,\
            "splitRatio":"4:1"}}""");
    public static final RawQuote YAHOO_DIVIDEND = raw("YAHOO", "CORPORATE_ACTION", null, """
            {"symbol":"AAPL","timeZone":"America/New_York","kind":"dividends","event":{"amount":0.205,"date":1604673000}}""");
    public static final RawQuote POLYGON_MINUTE = raw("POLYGON", "INTRADAY_BAR", "1m", """
            {"ticker":"AAPL","adjusted":false,"bar":{"v":1.12117471e+08,"vw":125.725,"o":130.28,"c":125.07,"h":130.9,"l":124.17,\
            "t":1672756200000,"n":1021065}}""");
    public static final RawQuote POLYGON_DAY = raw("POLYGON", "DAILY_BAR", "1d", """
            {"ticker":"AAPL","adjusted":true,"bar":{"v":1.12117471e+08,"vw":125.725,"o":130.28,"c":125.07,"h":130.9,"l":124.17,\
            "t":1672722000000,"n":1021065}}""");
    public static final RawQuote POLYGON_SPLIT = raw("POLYGON", "CORPORATE_ACTION", null, """
            {"split":{"execution_date":"2020-08-31","split_from":1,"split_to":4,"ticker":"AAPL"}}""");

    private Payloads() {}

    public static List<RawQuote> all() {
        return List.of(
                ALPHA_VANTAGE_MINUTE,
                ALPHA_VANTAGE_DAY,
                ALPHA_VANTAGE_ADJUSTED_DAY,
                ALPHA_VANTAGE_QUOTE,
                ALPHA_VANTAGE_OVERVIEW,
                ALPHA_VANTAGE_SPLIT,
                ALPHA_VANTAGE_DIVIDEND,
                ALPHA_VANTAGE_SPLIT_OF_A_DAY,
                FINNHUB_MINUTE,
                FINNHUB_DAY,
                FINNHUB_QUOTE,
                FINNHUB_TRADE,
                FINNHUB_METRIC,
                FINNHUB_PROFILE,
                YAHOO_MINUTE,
                YAHOO_DAY,
                YAHOO_QUOTE,
                YAHOO_SPLIT,
                YAHOO_DIVIDEND,
                POLYGON_MINUTE,
                POLYGON_DAY,
                POLYGON_SPLIT);
    }

    /** The record with another payload. */
    public static RawQuote with(RawQuote quote, String payload) {
        return RawQuote.newBuilder(quote).setPayload(payload).build();
    }

    /** The record with one piece of its payload replaced. @throws IllegalArgumentException where the piece is not there */
    public static RawQuote with(RawQuote quote, String piece, String replacement) {
        if (!quote.getPayload().contains(piece)) {
            throw new IllegalArgumentException(piece + " is not in " + quote.getPayload());
        }
        return with(quote, quote.getPayload().replace(piece, replacement));
    }

    /** The record said at another time by another request. */
    public static RawQuote at(RawQuote quote, String observedAt, String requestId) {
        return RawQuote.newBuilder(quote)
                .setObservedAt(Instant.parse(observedAt))
                .setRequestId(requestId)
                .build();
    }

    static RawQuote raw(String source, String feed, @Nullable String interval, String payload) {
        return new RawQuote(
                source, feed, "AAPL", interval, payload, Instant.parse("2026-11-20T00:00:00Z"), "request-1", 0);
    }
}
