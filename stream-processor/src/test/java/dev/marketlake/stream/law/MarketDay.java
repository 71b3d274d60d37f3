package dev.marketlake.stream.law;

import dev.marketlake.events.RawQuote;
import dev.marketlake.stream.Raw;
import dev.marketlake.stream.parse.Payloads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Seeded raw events about one trade date, as bad as a market can be: minutes of the session before, of this one and of the next, by several
 * sources that agree or not; repeats, corrections earlier and later, prices that turn bars invalid and back; bars of five minutes to a
 * day as sources send them, trades, snapshots, fundamentals, splits and dividends; bars off the grid and out of hours; records to reject.
 */
final class MarketDay {
    static final String[] SYMBOLS = {"AAPL", "MSFT"};

    /** The session before, the date, the session after: an ordinary week, a change of clocks, a half day, the turn of the year, a closure. */
    private static final List<List<String>> DATES = List.of(
            List.of("2019-02-13", "2019-02-14", "2019-02-15"),
            List.of("2019-03-08", "2019-03-11", "2019-03-12"),
            List.of("2019-07-02", "2019-07-03", "2019-07-05"),
            List.of("2019-12-31", "2020-01-02", "2020-01-03"),
            List.of("2018-12-04", "2018-12-06", "2018-12-07"));

    /** Two sources that may disagree. */
    private static final List<RawQuote> SPLITS = List.of(
            Payloads.POLYGON_SPLIT,
            Payloads.with(Payloads.POLYGON_SPLIT, ":4", ":2"),
            Payloads.ALPHA_VANTAGE_SPLIT_OF_A_DAY,
            Payloads.with(Payloads.ALPHA_VANTAGE_SPLIT_OF_A_DAY, "4.0000", "2.0000"));

    private final Random random;
    private final List<RawEvent> events = new ArrayList<>();

    private MarketDay(long seed) {
        random = new Random(seed);
    }

    /** In the order they were made up; no two have the same place. */
    static List<RawEvent> of(long seed) {
        MarketDay day = new MarketDay(seed);
        List<String> dates = DATES.get(day.random.nextInt(DATES.size()));
        day.apple(dates.get(0), dates.get(1), dates.get(2));
        day.minutes("MSFT", dates.get(1) + " 09:30", 5);
        day.longer("5m", dates.get(1) + " 09:30", 5);
        day.longer("1h", dates.get(1) + " 09:30", 30);
        day.longer("15m", dates.get(1) + " 09:31", 15);
        return day.events;
    }

    private void apple(String before, String date, String after) {
        minutes("AAPL", before + " 12:51", 9);
        minutes("AAPL", date + " 09:30", 18);
        minutes("AAPL", date + " 12:58", 2);
        minutes("AAPL", after + " 09:30", 2);
        oddities(date);
        days(before);
        days(date);
        Instant opening = Raw.minute("AAPL", date + " 09:30", 1, 1).opensAt();
        trades(opening);
        company(opening);
        actions(date, opening);
        refused(opening);
    }

    private void minutes(String symbol, String from, int count) {
        Raw first = Raw.minute(symbol, from, 1, 1);
        double price = 100;
        for (int minute = 0; minute < count; minute++) {
            price *= Math.exp(random.nextGaussian() / 200);
            if (!oneIn(12)) {
                told(first.later(minute, rounded(price), volume()));
            }
        }
    }

    /** A bar, what its source says of it afterwards, and what others say. */
    private void told(Raw bar) {
        add(bar, soon());
        while (oneIn(4)) {
            add(again(bar), later());
        }
        while (oneIn(6)) {
            add((random.nextBoolean() ? bar : again(bar)).by(another()), soon());
        }
        if (oneIn(20)) {
            add(bar.prices("5", "4", "6", "5"), soon());
        }
    }

    private Raw again(Raw bar) {
        return switch (random.nextInt(5)) {
            case 0 -> bar.prices("140", "190.5", "90", "150.25");
            case 1 -> bar.volume(Integer.toString(random.nextInt(9_000)));
            case 2 -> bar.prices("99", "101", "98", "100.5");
            default -> bar;
        };
    }

    private void oddities(String date) {
        add(Raw.minute("AAPL", date + " 08:00", 100, 5), soon());
        add(Raw.minute("AAPL", date + " 09:35:30", 100, 5), soon());
        add(Raw.minute("AAPL", date + " 23:10", 100, 5), soon());
        add(Raw.minute("AAPL", date + " 12:10", 100, 0), soon());
    }

    /** Longer bars as sources send them, beside the roll-ups of the minutes; from 09:31 on they lie off the grid. */
    private void longer(String interval, String from, int minutes) {
        Raw first = Raw.minute("AAPL", from, 1, 1).interval(interval);
        for (int i = 0; i < 4; i++) {
            if (oneIn(3)) {
                told(first.later(i * minutes, rounded(100 + random.nextGaussian()), volume()));
            }
        }
    }

    private void days(String date) {
        Raw day = Raw.minute("AAPL", date + " 09:30", 100, 90_000).ofTheDay();
        for (String source : List.of("ALPHA_VANTAGE", "YAHOO", "FINNHUB")) {
            while (oneIn(2)) {
                add(again(day).by(source), later());
            }
        }
    }

    private void trades(Instant opening) {
        for (int i = 0; i < 12; i++) {
            Instant time = opening.plusSeconds(60L * random.nextInt(45) + random.nextInt(20));
            RawQuote some = Payloads.with(Payloads.FINNHUB_TRADE, "1628238530221", "" + time.toEpochMilli());
            RawQuote trade = Payloads.with(some, "146.76", "" + (99.5 + random.nextInt(3)));
            add(time, oneIn(3) ? Payloads.with(trade, "\"ordinal\":0", "\"ordinal\":1") : trade, soon());
            add(time, Payloads.with(Payloads.FINNHUB_QUOTE, "1779480000", "" + time.getEpochSecond()), soon());
        }
    }

    /** Each at a moment of its own, which is the key of its row. */
    private void company(Instant opening) {
        for (int i = 0; i < 5; i++) {
            Instant time = opening.plusSeconds(60L * random.nextInt(30));
            String ratio = List.of("19.42", "45.5", "8.25").get(random.nextInt(3));
            add(
                    time,
                    switch (random.nextInt(4)) {
                        case 0 -> Payloads.with(Payloads.YAHOO_QUOTE, "40.925644", ratio);
                        case 1 -> Payloads.with(Payloads.FINNHUB_METRIC, "37.0039", ratio);
                        case 2 -> Payloads.FINNHUB_PROFILE;
                        default -> Payloads.with(Payloads.ALPHA_VANTAGE_OVERVIEW, "19.42", ratio);
                    },
                    i);
        }
    }

    private void actions(String date, Instant opening) {
        List<String> exDates = List.of("2018-11-30", date, "2020-08-31");
        if (oneIn(3)) {
            while (!oneIn(4)) {
                RawQuote split = SPLITS.get(random.nextInt(SPLITS.size()));
                add(opening, Payloads.with(split, "2020-08-31", exDates.get(random.nextInt(3))), later());
            }
        }
        while (!oneIn(3)) {
            String amount = random.nextBoolean() ? "1.69" : "1.70";
            add(opening, Payloads.with(Payloads.ALPHA_VANTAGE_DIVIDEND, "1.69", amount), later());
        }
    }

    private void refused(Instant opening) {
        add(Raw.minute("ZZZ", "2019-02-14 12:00", 100, 0), soon());
        add(opening, Payloads.with(Payloads.FINNHUB_QUOTE, "{"), soon());
        add(
                opening.plusSeconds(3_600),
                Payloads.with(
                        Payloads.FINNHUB_TRADE,
                        "1628238530221",
                        "" + opening.plusSeconds(9_000).toEpochMilli()),
                0);
    }

    private void add(Raw bar, int seconds) {
        add(bar.opensAt(), bar.quote(), seconds);
    }

    /** @param seconds after {@code time} that it was observed */
    private void add(Instant time, RawQuote quote, int seconds) {
        events.add(new RawEvent(
                time,
                RawQuote.newBuilder(quote)
                        .setObservedAt(time.plusSeconds(seconds))
                        .setRequestId("request-" + random.nextInt(5))
                        .setSequence(events.size())
                        .build()));
    }

    /** Seconds; in steps, so that some are observed at the same time. */
    private int soon() {
        return 60 + 10 * random.nextInt(6);
    }

    private int later() {
        return 60 + 10 * random.nextInt(2_000);
    }

    private String another() {
        return List.of("FINNHUB", "YAHOO", "POLYGON").get(random.nextInt(3));
    }

    private boolean oneIn(int cases) {
        return random.nextInt(cases) == 0;
    }

    private long volume() {
        return oneIn(10) ? 5_000 + random.nextInt(5_000) : 500 + random.nextInt(500);
    }

    private static double rounded(double price) {
        return Math.round(price * 100) / 100.0;
    }
}
