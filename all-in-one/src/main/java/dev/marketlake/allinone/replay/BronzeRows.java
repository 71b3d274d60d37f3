package dev.marketlake.allinone.replay;

import static java.util.Objects.requireNonNull;

import dev.marketlake.allinone.query.Lake;
import dev.marketlake.allinone.query.LakeSession;
import dev.marketlake.allinone.query.LiveTable;
import dev.marketlake.events.RawPosition;
import dev.marketlake.lake.read.LakeFile;
import dev.marketlake.market.Feed;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * bronze.raw_quotes at its latest version.
 *
 * @param spill for what does not fit into memory
 */
record BronzeRows(Lake lake, Path spill) implements RawRows {
    static final String TABLE = "bronze.raw_quotes";
    /** What is said of a company holds until something else is said, however long ago that was. */
    private static final String OF_COMPANIES =
            "feed IN ('" + Feed.FUNDAMENTALS.name() + "', '" + Feed.CORPORATE_ACTION.name() + "')";

    @Override
    public void each(Collection<String> symbols, Instant since, Consumer<RawRow> taker) {
        rows(
                of(symbols) + " AND (kafka_timestamp >= TIMESTAMPTZ " + LakeSession.text(since.toString()) + " OR "
                        + OF_COMPANIES + ")",
                file -> true,
                taker);
    }

    /** Condition on a row: of these symbols. */
    static String of(Collection<String> symbols) {
        return symbols.stream().map(LakeSession::text).collect(Collectors.joining(", ", "symbol IN (", ")"));
    }

    /** Those that a condition in SQL selects. */
    void rows(String condition, Predicate<LakeFile> files, Consumer<RawRow> taker) {
        var table = table(lake, files);
        try (var session = LakeSession.open(spill)) {
            session.lay(table);
            session.each(
                    "SELECT key, value, epoch_ms(kafka_timestamp), kafka_topic_id, kafka_partition, kafka_offset FROM "
                            + TABLE + " WHERE " + condition,
                    values -> taker.accept(row(values)));
        }
    }

    /** @throws ReplayFailure where there is none yet */
    static LiveTable table(Lake lake, Predicate<LakeFile> files) {
        return lake.live(TABLE, files)
                .orElseThrow(() -> new ReplayFailure("the lake has no " + TABLE + ": nothing was fetched into it yet"));
    }

    /** Of key, value, timestamp in milliseconds, topic id, partition, offset. */
    static RawRow row(List<@Nullable Object> values) {
        var position =
                new RawPosition(String.valueOf(values.get(3)), (int) number(values.get(4)), number(values.get(5)));
        return new RawRow((byte[]) values.get(0), (byte[]) values.get(1), number(values.get(2)), position);
    }

    private static long number(@Nullable Object value) {
        return ((Number) requireNonNull(value)).longValue();
    }
}
