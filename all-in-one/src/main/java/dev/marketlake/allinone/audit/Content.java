package dev.marketlake.allinone.audit;

import static dev.marketlake.allinone.audit.RowQueries.number;
import static dev.marketlake.allinone.audit.RowQueries.quoted;

import dev.marketlake.allinone.query.LakeSession;
import dev.marketlake.allinone.query.LiveTable.Column;
import dev.marketlake.lake.table.Bookkeeping;
import java.math.BigInteger;
import java.util.stream.Collectors;

/**
 * What a table holds, in two numbers.
 *
 * @param rows in its files
 * @param hash see {@link Certificate.TableLine#content()}
 */
record Content(long rows, String hash) {
    private static final int HEXADECIMAL = 16;

    static Content of(LakeSession session, AuditedTable table) {
        String text = table.rows().columns().stream()
                .filter(column -> table.key().isEmpty() || isContent(column, table))
                .map(column -> "coalesce(" + plain(column) + ", chr(1))")
                .collect(Collectors.joining(", ", "concat_ws(chr(2), ", ")"));
        var found = session.rows("SELECT count(*), coalesce(sum(md5_number_lower(" + text + ")), 0)::VARCHAR FROM "
                        + table.name())
                .getFirst();
        return new Content(number(found, 0), new BigInteger(String.valueOf(found.get(1))).toString(HEXADECIMAL));
    }

    private static boolean isContent(Column column, AuditedTable table) {
        String name = column.name();
        return table.key().contains(name) || !Bookkeeping.has(name);
    }

    private static String plain(Column column) {
        String name = quoted(column.name());
        return column.type().startsWith("MAP(") ? "list_sort(map_entries(" + name + "))::VARCHAR" : name + "::VARCHAR";
    }
}
