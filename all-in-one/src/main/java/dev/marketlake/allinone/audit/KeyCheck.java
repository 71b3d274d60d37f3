package dev.marketlake.allinone.audit;

import static dev.marketlake.allinone.audit.RowQueries.examples;
import static dev.marketlake.allinone.audit.RowQueries.number;

import dev.marketlake.allinone.audit.Difference.Check;
import dev.marketlake.allinone.query.LakeSession;
import java.util.Optional;
import java.util.stream.Collectors;

/** Each key of an upserted table has one row. */
final class KeyCheck {
    private KeyCheck() {}

    static Optional<Difference> of(LakeSession session, AuditedTable table) {
        if (table.key().isEmpty()) {
            return Optional.empty();
        }
        String key = table.key().stream().map(RowQueries::quoted).collect(Collectors.joining(", "));
        String several = " FROM " + table.name() + " GROUP BY " + key + " HAVING count(*) > 1";
        var found = session.rows("SELECT count(*), coalesce(sum(n - 1), 0) FROM (SELECT count(*) AS n" + several + ")")
                .getFirst();
        if (number(found, 0) == 0) {
            return Optional.empty();
        }
        return Optional.of(new Difference(
                table.name(),
                Check.KEYS,
                found.get(1) + " rows too many under " + found.get(0) + " keys, such as ["
                        + examples(session, "SELECT concat_ws(' ', " + key + ")" + several + " ORDER BY 1") + "]"));
    }
}
