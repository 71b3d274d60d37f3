package dev.marketlake.allinone.replay;

import dev.marketlake.allinone.query.Lake;
import dev.marketlake.allinone.query.LakeSession;
import dev.marketlake.allinone.suite.DataFolder;
import dev.marketlake.allinone.suite.JobProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;

/**
 * Names what rows known at an instant are a function of: the question, the raw records that were known, and the rules. Rows that were kept
 * answer a query only under the very same name. A raw record that was known in time and lands in Bronze later changes it, as does a symbol's calendar,
 * an alert rule or another build; what was observed later does not.
 */
final class KnownKey {
    /** What rows depend on; topics.yml says how they travel alone. */
    private static final List<String> RULES = List.of("symbols.yml", "calendars.yml", "alerts.yml");

    /** To be raised where this build gathers or keeps otherwise than the one before. */
    private static final String FORM = "1";

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final int DIGITS = 24;

    private KnownKey() {}

    /** @throws ReplayFailure where the lake has no raw records */
    static String of(KnownAt asked, Path home, DataFolder data, Path config, Lake lake) {
        var digest = sha256();
        add(digest, FORM);
        add(digest, asked.toString());
        add(digest, input(asked, lake, data.jobs().resolve("spill")));
        add(digest, JobProcess.build(home));
        JobProcess.settings().forEach((name, value) -> add(digest, name + "=" + value));
        RULES.forEach(file -> add(digest, file, config.resolve(file)));
        return STAMP.format(asked.time().atOffset(ZoneOffset.UTC)) + "-"
                + HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    /** The raw records that were known: how many, and the sum of the digests of their positions. */
    static String input(KnownAt asked, Lake lake, Path spill) {
        var bronze = BronzeRows.table(lake, file -> true);
        try (var session = LakeSession.open(spill)) {
            session.lay(bronze);
            return session.rows(
                            "SELECT count(*), coalesce(sum(hash(kafka_topic_id, kafka_partition, kafka_offset)), 0)::VARCHAR"
                                    + " FROM " + BronzeRows.TABLE + " WHERE " + asked.ofRaw())
                    .getFirst()
                    .toString();
        }
    }

    private static void add(MessageDigest digest, String file, Path path) {
        try {
            add(digest, file);
            add(digest, Files.exists(path) ? Files.readString(path) : "");
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + path, failure);
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
