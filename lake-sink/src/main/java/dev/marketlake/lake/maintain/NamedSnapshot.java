package dev.marketlake.lake.maintain;

import dev.marketlake.config.InvalidConfig;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The versions that the tables had when somebody gave them a name. No vacuum and no log expiry takes them away.
 *
 * @param name letters, digits, dots, dashes and underscores
 * @param createdAt UTC
 * @param tables version by table
 */
public record NamedSnapshot(String name, Instant createdAt, Map<String, Long> tables) {
    /** @throws InvalidConfig for a name that cannot be one */
    public NamedSnapshot {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new InvalidConfig("'" + name
                    + "' cannot name a snapshot: use letters, digits, dots, dashes and underscores, at most 100");
        }
        tables = new TreeMap<>(tables);
    }
}
