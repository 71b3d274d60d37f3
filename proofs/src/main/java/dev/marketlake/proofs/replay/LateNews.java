package dev.marketlake.proofs.replay;

import dev.marketlake.allinone.query.Lake;
import dev.marketlake.allinone.suite.Endpoints;
import dev.marketlake.events.RawQuote;
import dev.marketlake.proofs.replay.RawAgain.Minute;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What a back-test must not see: of a trade date that is over, a correction of its first bar, one more bar behind its last, and a split. */
final class LateNews {
    static final long VOLUME = 9_999_999;

    private final Lake lake;
    private final Endpoints endpoints;
    private final Path spill;

    LateNews(Lake lake, Endpoints endpoints, Path spill) {
        this.lake = lake;
        this.endpoints = endpoints;
        this.spill = spill;
    }

    /** Publishes all three, observed at {@code now}. */
    void publish(String symbol, LocalDate date, Instant now) {
        var again = new RawAgain(lake, endpoints, spill);
        RawQuote first = again.behind(symbol, date, Minute.FIRST);
        RawQuote last = again.behind(symbol, date, Minute.LAST);
        RawAgain.setVolume(first, VOLUME);
        last.setPayload(last.getPayload().replaceAll("\"time\":\\s*\"(\\S+) [0-9:]+\"", "\"time\":\"$1 16:30:00\""));
        var split = RawQuote.newBuilder(last)
                .setFeed("CORPORATE_ACTION")
                .setInterval(null)
                .setPayload("{\"split\":{\"effective_date\":\"" + date + "\",\"split_factor\":\"2.0000\"}}")
                .build();
        var news = List.of(first, last, split);
        for (int i = 0; i < news.size(); i++) {
            news.get(i).setObservedAt(now);
            news.get(i).setRequestId("late-news");
            news.get(i).setSequence(i);
        }
        again.publish(symbol, news);
    }
}
