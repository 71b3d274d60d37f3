package dev.marketlake.allinone.replay;

import static java.util.Objects.requireNonNull;

import dev.marketlake.allinone.query.LakeSession;
import dev.marketlake.allinone.query.LiveTable;
import dev.marketlake.allinone.query.LiveTable.Column;
import dev.marketlake.lake.delta.TableShape;
import dev.marketlake.lake.table.Bookkeeping;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the lake beside those a job derived, of the same symbols and dates, in a DuckDB: views {@code ours_X} and {@code theirs_X}
 * for each table X, with the digest of each row's content. For one thread.
 */
final class Comparison implements AutoCloseable {
    private static final List<Column> POSITION =
            List.of(new Column("kafka_offset", "BIGINT"), new Column("value", "BLOB"));
    static final int IN_WORDS = 20;

    private final LakeSession session;

    private Comparison(LakeSession session) {
        this.session = session;
    }

    /**
     * Lays both sides out as they are now.
     *
     * @param tables the lake's, by name
     * @param replayed folder of the landed files
     * @param scope condition on symbol and trade_date
     */
    static Comparison of(Function<String, Optional<LiveTable>> tables, Path replayed, String scope, Path spill) {
        var session = LakeSession.open(spill);
        try {
            session.run("CREATE MACRO content(t) AS md5_number_lower(t)");
            ComparedTable.ALL.forEach(table -> lay(session, tables, replayed, scope, table));
            return new Comparison(session);
        } catch (RuntimeException failure) {
            session.close();
            throw failure;
        }
    }

    private static void lay(
            LakeSession session,
            Function<String, Optional<LiveTable>> tables,
            Path replayed,
            String scope,
            ComparedTable table) {
        var theirs = LakeTables.require(tables, table.name());
        var own = Landing.rows(table.topic()).shape();
        var content = content(theirs, own);
        var columns = Stream.concat(theirs.columns().stream(), POSITION.stream())
                .filter(distinctByName())
                .toList();
        var landed = new LiveTable(
                "replayed." + table.word(),
                columns,
                List.of(),
                JobFolder.files(Landing.folder(replayed, table.topic())));
        session.lay(theirs);
        session.lay(landed);
        var digest = "content(" + text(content) + ") AS digest";
        session.run("CREATE TEMP TABLE theirs_" + table.word() + " AS SELECT *, " + digest + " FROM " + table.name()
                + " WHERE " + scope + " AND " + table.standing());
        session.run("CREATE TEMP TABLE ours_" + table.word() + " AS SELECT *, " + digest + " FROM ("
                + table.rows(landed.name(), scope) + ")");
    }

    private static Predicate<Column> distinctByName() {
        var seen = new HashSet<String>();
        return column -> seen.add(column.name());
    }

    /** The columns that this build makes of a record, without bookkeeping. */
    private static List<Column> content(LiveTable theirs, TableShape own) {
        var known = own.columns().stream().map(column -> column.name()).collect(Collectors.toSet());
        return theirs.columns().stream()
                .filter(column -> known.contains(column.name()))
                .filter(column -> !Bookkeeping.has(column.name()))
                .toList();
    }

    /** All values in one text; an absent one is told from any text. */
    private static String text(List<Column> columns) {
        return columns.stream()
                .map(column -> "coalesce(" + plain(column) + ", chr(1))")
                .collect(Collectors.joining(", ", "concat_ws(chr(2), ", ")"));
    }

    private static String plain(Column column) {
        var name = '"' + column.name() + '"';
        return column.type().startsWith("MAP(") ? "list_sort(map_entries(" + name + "))::VARCHAR" : name + "::VARCHAR";
    }

    /**
     * One side of a table.
     *
     * @param hash sum of the digests of its rows: the same for the same rows in any order
     */
    record Side(long rows, BigInteger hash) {}

    /** The two sides of a table. */
    record Outcome(ComparedTable table, Side lake, Side replayed) {
        boolean isEqual() {
            return lake.equals(replayed);
        }
    }

    List<Outcome> outcomes() {
        return ComparedTable.ALL.stream()
                .map(table -> new Outcome(table, side("theirs_" + table.word()), side("ours_" + table.word())))
                .toList();
    }

    private Side side(String view) {
        var sums = session.rows("SELECT count(*), coalesce(sum(digest), 0)::VARCHAR FROM " + view)
                .getFirst();
        return new Side(
                ((Number) requireNonNull(sums.get(0))).longValue(), new BigInteger(String.valueOf(sums.get(1))));
    }

    /** The first cells in which a table differs: key, column, value in the lake, value replayed. */
    List<String> differences(ComparedTable table) {
        var columns = session.rows("SELECT column_name FROM (DESCRIBE theirs_" + table.word() + ")").stream()
                .map(row -> String.valueOf(row.getFirst()))
                .filter(name -> !Bookkeeping.has(name) && !name.equals("digest"))
                .toList();
        var cells = columns.stream()
                .flatMap(name -> Stream.of(cell("t", name), cell("o", name)))
                .collect(Collectors.joining(", "));
        var key = table.key().stream()
                .map(name -> "coalesce(t." + name + ", o." + name + ")::VARCHAR")
                .collect(Collectors.joining(", ' ', ", "concat(", ")"));
        var found = new ArrayList<String>();
        session.each(
                "SELECT " + key + ", t.digest IS NULL, o.digest IS NULL, " + cells + differing(table)
                        + " ORDER BY 1 LIMIT " + IN_WORDS,
                row -> describe(table, columns, row, found));
        return found.stream().limit(IN_WORDS).toList();
    }

    private static String cell(String side, String column) {
        return side + ".\"" + column + "\"::VARCHAR";
    }

    private static void describe(
            ComparedTable table, List<String> columns, List<@Nullable Object> row, List<String> found) {
        var key = table.name() + " [" + row.getFirst() + "]";
        if (Boolean.TRUE.equals(row.get(1))) {
            found.add(key + " is not in the lake, the replay yields it");
        } else if (Boolean.TRUE.equals(row.get(2))) {
            found.add(key + " is in the lake, the replay does not yield it");
        } else {
            for (int i = 0; i < columns.size(); i++) {
                var lake = row.get(3 + 2 * i);
                var replayed = row.get(4 + 2 * i);
                if (!Objects.equals(lake, replayed)) {
                    found.add(key + " " + columns.get(i) + ": lake " + lake + ", replayed " + replayed);
                }
            }
        }
    }

    /** FROM and WHERE of the rows that only one side has so: {@code t} in the lake, {@code o} ours. */
    private static String differing(ComparedTable table) {
        var on = table.key().stream().map(name -> "t." + name + " = o." + name).collect(Collectors.joining(" AND "));
        return " FROM theirs_" + table.word() + " t FULL OUTER JOIN ours_" + table.word() + " o ON " + on
                + " WHERE t.digest IS DISTINCT FROM o.digest";
    }

    /** Takes up rows that differ. */
    interface ChangeTaker {
        /** The replay yields another row. @param value the record as the job wrote it */
        void replaced(ComparedTable table, byte[] value);

        /** The replay yields none. @param row what the lake holds, by column */
        void withdrawn(ComparedTable table, LakeRow row);
    }

    /** A trade date of a symbol on which something differs. */
    record Day(String symbol, LocalDate date) {}

    /** All of them, in order. */
    List<Day> days() {
        return days(ComparedTable.ALL);
    }

    /** Those on which a bar differs: what rests on it changes too. */
    List<Day> barDays() {
        return days(List.of(ComparedTable.ALL.getFirst()));
    }

    private List<Day> days(List<ComparedTable> tables) {
        var sql = tables.stream()
                .map(table -> "SELECT coalesce(t.symbol, o.symbol) AS symbol, coalesce(t.trade_date, o.trade_date) AS d"
                        + differing(table))
                .collect(Collectors.joining(" UNION ", "SELECT DISTINCT symbol, d FROM (", ") ORDER BY 1, 2"));
        return session.rows(sql).stream()
                .map(row -> new Day(String.valueOf(row.get(0)), (LocalDate) requireNonNull(row.get(1))))
                .toList();
    }

    /** Hands over what differs on one day. */
    void changes(Day day, ChangeTaker taker) {
        var here = " AND coalesce(t.symbol, o.symbol) = " + LakeSession.text(day.symbol())
                + " AND coalesce(t.trade_date, o.trade_date) = DATE "
                + LakeSession.text(day.date().toString());
        for (var table : ComparedTable.ALL) {
            session.each(
                    "SELECT o.value" + differing(table) + here + " AND o.digest IS NOT NULL",
                    row -> taker.replaced(table, (byte[]) requireNonNull(row.getFirst())));
            var columns = session.rows("SELECT column_name FROM (DESCRIBE theirs_" + table.word() + ")").stream()
                    .map(row -> String.valueOf(row.getFirst()))
                    .toList();
            session.each(
                    "SELECT t.*" + differing(table) + here + " AND o.digest IS NULL",
                    row -> taker.withdrawn(table, new LakeRow(columns, row)));
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
