package dev.marketlake.proofs.bench;

import dev.marketlake.events.RawQuote;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Events as raw quotes of Alpha Vantage's form, stamped at the open. */
final class RawEvents {
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("America/New_York"));
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final MinuteGrid grid;
    private final Duration fetched;
    private final String[] stamps;

    /** @param fetched how long after a bar's end its response arrives, where it is not late */
    RawEvents(MinuteGrid grid, Duration fetched) {
        this.grid = grid;
        this.fetched = fetched;
        this.stamps = new String[grid.size()];
        for (int minute = 0; minute < stamps.length; minute++) {
            stamps[minute] = LOCAL.format(grid.at(minute));
        }
    }

    RawQuote quote(Workload.Event event) {
        var symbol = BenchSymbols.name(event.symbol());
        boolean unusable = event.kind() == Workload.Kind.UNUSABLE;
        var tick = event.tick();
        long high = unusable ? tick.low() - 1 : tick.high();
        var payload = "{\"symbol\":\"" + symbol
                + "\",\"interval\":\"1min\",\"timeZone\":\"US/Eastern\",\"stamp\":\"OPEN\",\"time\":\""
                + stamps[event.minute()] + "\",\"bar\":{\"1. open\":\"" + price(tick.open()) + "\",\"2. high\":\""
                + price(high)
                + "\",\"3. low\":\"" + price(tick.low()) + "\",\"4. close\":\"" + price(tick.close())
                + "\",\"5. volume\":\"" + tick.volume() + "\"}}";
        var quote = new RawQuote();
        quote.setSource("ALPHA_VANTAGE");
        quote.setFeed("INTRADAY_BAR");
        quote.setSymbol(symbol);
        quote.setInterval("1m");
        quote.setPayload(payload);
        quote.setObservedAt(observedAt(event));
        quote.setRequestId(request(event));
        quote.setSequence(unusable ? 1 : 0);
        return quote;
    }

    /** When the event's response arrived. */
    Instant observedAt(Workload.Event event) {
        return grid.at(event.minute())
                .plus(MINUTE.multipliedBy(1L + event.late()))
                .plus(fetched);
    }

    /** Of the length of the ids that ingest gives. */
    private static String request(Workload.Event event) {
        return "0000feed-0000-4000-8000-" + (100_000_000_000L + event.minute() * 10_000L + event.symbol());
    }

    private static String price(long cents) {
        long fraction = cents % 100;
        return cents / 100 + (fraction < 10 ? ".0" : ".") + fraction + "00";
    }
}
