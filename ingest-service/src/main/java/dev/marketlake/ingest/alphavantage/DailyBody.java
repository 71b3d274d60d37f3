package dev.marketlake.ingest.alphavantage;

import dev.marketlake.ingest.fetch.BodyReading;
import dev.marketlake.ingest.fetch.JsonValue;
import dev.marketlake.ingest.fetch.JsonValue.Member;
import dev.marketlake.ingest.fetch.Payload;
import dev.marketlake.ingest.fetch.Reading;
import dev.marketlake.ingest.fetch.Secret;
import dev.marketlake.ingest.fetch.UnexpectedShape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads the body of TIME_SERIES_DAILY or TIME_SERIES_DAILY_ADJUSTED. Pure. A date given twice gives two rows, in the order they stand in.
 * The adjusted one also holds splits and dividends: a coefficient other than 1, an amount other than 0.
 */
final class DailyBody {
    private static final String DIVIDEND = "7. dividend amount";
    private static final String SPLIT = "8. split coefficient";

    private final Secret key;

    DailyBody(Secret key) {
        this.key = key;
    }

    /** The bars, oldest first. */
    Reading bars(String body, String spelling) {
        return read(body, spelling, day -> Stream.of(day.payload()));
    }

    /** The splits and dividends, oldest first; none in an unadjusted body. */
    Reading actions(String body, String spelling) {
        return read(body, spelling, day -> day.actions().stream());
    }

    private Reading read(String body, String spelling, Function<Day, Stream<Payload>> cut) {
        return AnsweredObject.read(key, body, spelling, whole -> {
            Meta meta = Meta.of(whole.member("Meta Data"));
            BodyReading.requireSymbol(spelling, meta.symbol());
            return new Reading.Rows(whole.member("Time Series (Daily)").list().stream()
                    .sorted(Comparator.comparing(Member::name))
                    .flatMap(row -> cut.apply(new Day(meta, row.name(), row.value())))
                    .map(Payload::json)
                    .toList());
        });
    }

    /** Its members are numbered, "5. Time Zone" here and "6. Time Zone" intraday: the number is no part of the name. */
    private record Meta(JsonValue symbol, JsonValue timeZone) {
        static Meta of(JsonValue data) {
            return new Meta(ending(data, "Symbol"), ending(data, "Time Zone"));
        }

        private static JsonValue ending(JsonValue data, String name) {
            return data.list().stream()
                    .filter(member ->
                            member.name().replaceFirst("^\\d+\\.\\s*", "").equals(name))
                    .findFirst()
                    .map(Member::value)
                    .orElseThrow(() -> new UnexpectedShape("no '" + name + "' in the meta data"));
        }
    }

    private record Day(Meta meta, String date, JsonValue bar) {
        Payload payload() {
            return new Payload()
                    .with("symbol", meta.symbol())
                    .with("timeZone", meta.timeZone())
                    .with("date", date)
                    .with("bar", bar);
        }

        List<Payload> actions() {
            List<Payload> actions = new ArrayList<>();
            if (differs(SPLIT, BigDecimal.ONE)) {
                actions.add(payload().with("kind", "SPLIT"));
            }
            if (differs(DIVIDEND, BigDecimal.ZERO)) {
                actions.add(payload().with("kind", "DIVIDEND"));
            }
            return actions;
        }

        /** Whether a figure is there and is not the one that means nothing; what is no number is for the stream to refuse. */
        private boolean differs(String name, BigDecimal nothing) {
            return bar.find(name)
                    .filter(figure -> figure.number()
                            .filter(number -> number.compareTo(nothing) == 0)
                            .isEmpty())
                    .isPresent();
        }
    }
}
