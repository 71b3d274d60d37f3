package dev.marketlake.ingest.yahoo;

import dev.marketlake.ingest.fetch.BodyReading;
import dev.marketlake.ingest.fetch.Fetch;
import dev.marketlake.ingest.fetch.JsonValue;
import dev.marketlake.ingest.fetch.JsonValue.Member;
import dev.marketlake.ingest.fetch.ParallelArrays;
import dev.marketlake.ingest.fetch.ParallelArrays.Row;
import dev.marketlake.ingest.fetch.Payload;
import dev.marketlake.ingest.fetch.Reading;
import dev.marketlake.ingest.fetch.Secret;
import dev.marketlake.ingest.fetch.UnexpectedShape;
import dev.marketlake.market.PriceBasis;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the body of the v8 chart: an array of times, an array for each figure, and events. Pure.
 *
 * <p>How this could lose or invent data, and what is done about it:
 * <ul>
 *   <li>nulls in the place of a row's figures: kept as they stand, the stream rejects the row with a reason;
 *   <li>arrays missing, or not as long as the times: Broken, for a figure could be filed under another row's time;
 *   <li>a window without trades has no times and empty figures: no rows; figures without times: Broken;
 *   <li>a minute from before a split is given at the prices after it: where the body has a split after the row, its basis is SPLIT. So
 *       minutes have to be asked with their splits, in a window up to the present.
 * </ul>
 */
final class ChartBody {
    private static final List<String> FIGURES = List.of("open", "high", "low", "close", "volume");

    private final Secret key;
    private final String granularity;

    /** @param granularity the provider's spelling of the interval: 1m, 1d */
    ChartBody(Secret key, String granularity) {
        this.key = key;
        this.granularity = granularity;
    }

    /** The bars, oldest first. */
    Reading bars(String body, String spelling) {
        return read(
                body,
                spelling,
                chart -> chart.rows().stream()
                        .map(row -> chart.payload()
                                .with("basis", chart.basis(row).name())
                                .with("row", row.row())
                                .json())
                        .toList());
    }

    /** The splits and dividends, oldest first of each. */
    Reading actions(String body, String spelling) {
        return read(
                body,
                spelling,
                chart -> chart.events().stream()
                        .map(event -> chart.payload()
                                .with("kind", event.name())
                                .with("event", event.value())
                                .json())
                        .toList());
    }

    /** Cuts a chart into payloads. */
    private interface Cut {
        List<String> of(Chart chart);
    }

    private Reading read(String body, String spelling, Cut cut) {
        return Refusal.read(key, body, "chart", results -> {
            List<JsonValue> all = results.elements();
            if (all.isEmpty()) {
                return BodyReading.refused(new Fetch.UnknownSymbol("no chart for " + spelling));
            }
            Chart chart = new Chart(all.getFirst().members(), all.getFirst().member("meta"));
            BodyReading.requireSymbol(spelling, chart.meta().member("symbol"));
            String answered = chart.meta().member("dataGranularity").string();
            if (!answered.equals(granularity)) {
                throw new UnexpectedShape("asked for " + granularity + ", answered " + answered);
            }
            return new Reading.Rows(cut.of(chart));
        });
    }

    private record Chart(Map<String, JsonValue> parts, JsonValue meta) {
        Payload payload() {
            return new Payload()
                    .with("symbol", meta.member("symbol"))
                    .with("interval", meta.member("dataGranularity"))
                    .with("timeZone", meta.member("exchangeTimezoneName"))
                    .with("currency", meta.member("currency"));
        }

        List<Row> rows() {
            JsonValue figures = part("indicators").member("quote").elements().stream()
                    .findFirst()
                    .orElseThrow(() -> new UnexpectedShape("the chart has no quote"));
            JsonValue times = parts.get("timestamp");
            if (times != null) {
                return ParallelArrays.rows("timestamp", times, figures.members(), FIGURES);
            }
            if (!figures.members().isEmpty()) {
                throw new UnexpectedShape("figures without times");
            }
            return List.of();
        }

        /** Events under the name of their kind. */
        List<Member> events() {
            JsonValue events = parts.getOrDefault("events", new JsonValue("{}"));
            return events.list().stream()
                    .filter(kind -> kind.name().equals("splits") || kind.name().equals("dividends"))
                    .flatMap(kind -> kind.value().list().stream()
                            .map(event -> new Member(kind.name(), event.value()))
                            .sorted(Comparator.comparing(event -> date(event).orElse(BigDecimal.ZERO))))
                    .toList();
        }

        /** RAW where no split of the body comes after the row. */
        PriceBasis basis(Row row) {
            boolean split = events().stream()
                    .filter(event -> event.name().equals("splits"))
                    .anyMatch(event -> !isUpTo(date(event), row.stamp()));
            return split ? PriceBasis.SPLIT : PriceBasis.RAW;
        }

        private static boolean isUpTo(Optional<BigDecimal> split, Optional<BigDecimal> row) {
            return split.isPresent() && row.isPresent() && split.get().compareTo(row.get()) <= 0;
        }

        private static Optional<BigDecimal> date(Member event) {
            return event.value().find("date").flatMap(JsonValue::number);
        }

        private JsonValue part(String name) {
            return Optional.ofNullable(parts.get(name))
                    .orElseThrow(() -> new UnexpectedShape("the chart has no '" + name + "'"));
        }
    }
}
