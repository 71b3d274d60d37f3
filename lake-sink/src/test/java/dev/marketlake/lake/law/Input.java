package dev.marketlake.lake.law;

import dev.marketlake.lake.sink.MemoryTopic;
import dev.marketlake.lake.table.Examples;
import dev.marketlake.lake.table.LakeTable;
import dev.marketlake.lake.table.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Records of one topic, and the rows they must end as: worked out from the records alone, as they are made. For one thread. */
final class Input {
    /** Few, so that most records correct or withdraw a row that is there. */
    private static final int MINUTES = 12;

    /** One record in this many withdraws its row. */
    private static final int WITHDRAWN = 6;

    private static final int DAYS = 2;

    private final Kind kind;
    private final MemoryTopic topic;
    private final Map<String, String> rows = new TreeMap<>();
    private long number;

    /** What is fed. */
    enum Kind {
        /** Every record is a row. */
        QUOTES(Tables.RAW_QUOTES),
        /** The latest record of a key is its row. */
        BARS(Tables.BARS);

        private final LakeTable table;

        Kind(LakeTable table) {
            this.table = table;
        }

        LakeTable table() {
            return table;
        }

        static Kind of(long seed) {
            return values()[Math.floorMod(seed, values().length)];
        }
    }

    Input(Kind kind, MemoryTopic topic) {
        this.kind = kind;
        this.topic = topic;
    }

    /** Appends some records, at least one, to some of the partitions. @param most of them */
    void feed(int partitions, int most, Random random) {
        for (int i = random.nextInt(most); i >= 0; i--) {
            add(random.nextInt(partitions), random);
        }
    }

    /** Appends a record to a partition. */
    void add(int partition, Random random) {
        number++;
        switch (kind) {
            case QUOTES -> {
                byte[] bytes = Examples.bytes(Examples.raw("P" + partition, (int) number));
                rows.put(partition + "@" + topic.append(partition, bytes), quote(bytes));
            }
            case BARS -> {
                int day = random.nextInt(DAYS);
                Instant open = Examples.OPEN.plusSeconds(60L * random.nextInt(MINUTES));
                addBar(partition, "P" + partition, day, open, random.nextInt(WITHDRAWN) == 0);
            }
        }
    }

    /** Appends records of a partition that are rows beside those of others, as a backfill's are. @param others partitions of those, from 0 on */
    void fillIn(int partition, int others, int records, Random random) {
        for (int i = 0; i < records; i++) {
            if (kind == Kind.BARS) {
                number++;
                Instant open = Examples.OPEN.plus(Duration.ofMinutes(MINUTES)).plusSeconds(number);
                addBar(partition, "P" + random.nextInt(others), random.nextInt(DAYS), open, false);
            } else {
                add(partition, random);
            }
        }
    }

    private void addBar(int partition, String symbol, int day, Instant openOnFirstDay, boolean withdrawn) {
        Instant open = openOnFirstDay.plus(Duration.ofDays(day));
        long offset = topic.append(
                partition,
                Examples.bytes(Examples.bar(symbol, open, "1")
                        .setTradeDate(LocalDate.parse("2019-02-15").plusDays(day))
                        .setVolume(number)
                        .setDeleted(withdrawn)
                        .build()));
        String key = symbol + " " + open.getEpochSecond() * 1_000_000;
        if (withdrawn) {
            rows.remove(key);
        } else {
            rows.put(key, bar(partition, offset, number));
        }
    }

    /** How the row of a quote is told: what its bytes were. */
    static String quote(byte[] value) {
        return "value " + Arrays.hashCode(value);
    }

    /** How the row of a bar is told: the record it came from, and what that said. */
    static String bar(int partition, long offset, long volume) {
        return partition + "@" + offset + " volume " + volume;
    }

    Kind kind() {
        return kind;
    }

    MemoryTopic topic() {
        return topic;
    }

    /** What the table must hold, by key. */
    Map<String, String> rows() {
        return rows;
    }
}
