package dev.marketlake.proofs.sink;

import dev.marketlake.proofs.bench.Machine;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the bench of the sink found.
 *
 * @param appended raw events, round by round: the first finds a cold sink, the second half of them a warm one
 * @param upserted a day of bars, round by round
 * @param symbols of which a day of bars was upserted in one flush, one file each
 * @param peakMebibytes largest resident set of the sink, whose heap ends at 512 MiB
 */
public record SinkBenchFigures(
        Machine machine, List<Landed> appended, List<Landed> upserted, int symbols, OptionalLong peakMebibytes)
        implements Figures {
    private static final double APPEND_TARGET = 100_000;
    private static final double FLUSH_TARGET = 2;

    /**
     * A lag that was brought in.
     *
     * @param cpu of the sink's process, all of it
     * @param requests to the store
     * @param logBytes added to the table's log
     * @param commits it took
     * @param commitSeconds they took in all, encoding and uploads included
     */
    public record Landed(
            String table,
            long rows,
            Duration time,
            Duration cpu,
            long requests,
            long logBytes,
            long commits,
            double commitSeconds) {
        double perSecond() {
            return rows / (time.toNanos() / 1e9);
        }

        double perCpuSecond() {
            return rows / (cpu.toNanos() / 1e9);
        }

        double millionth(long amount) {
            return amount * 1e6 / rows;
        }

        private String line() {
            return String.format(
                    Locale.ROOT,
                    "%s: %,d rows in %.1f s, %,.0f a second, %,.0f a second of processor time (%.1f µs a row); a million rows: %,.0f requests, %,.0f KiB of log",
                    table,
                    rows,
                    time.toMillis() / 1e3,
                    perSecond(),
                    perCpuSecond(),
                    1e6 / perCpuSecond(),
                    millionth(requests),
                    millionth(logBytes) / 1024);
        }

        private void into(ObjectNode node) {
            node.put("table", table).put("rows", rows).put("seconds", time.toMillis() / 1e3);
            node.put("commits", commits).put("commitSeconds", commitSeconds);
            node.put("cpuSeconds", cpu.toMillis() / 1e3).put("rowsPerSecond", perSecond());
            node.put("rowsPerCpuSecond", perCpuSecond());
            node.put("requestsPerMillionRows", millionth(requests));
            node.put("logBytesPerMillionRows", millionth(logBytes));
        }
    }

    public SinkBenchFigures {
        appended = List.copyOf(appended);
        upserted = List.copyOf(upserted);
    }

    @Override
    public String line() {
        Landed append = warmAppend();
        Landed flush = warmFlush();
        return String.join(
                "\n",
                machine.described(),
                "first  " + appended.getFirst().line(),
                "warm   " + append.line()
                        + verdict(append.perCpuSecond() >= APPEND_TARGET, "100,000 a second on one core"),
                "first  " + upserted.getFirst().line(),
                "warm   " + flush.line(),
                String.format(
                                Locale.ROOT,
                                "%d symbols x 390 rows upserted in one flush of %.2f s by the cold sink, of %.2f s once it is warm",
                                symbols,
                                upserted.getFirst().commitSeconds(),
                                flush.commitSeconds())
                        + verdict(flush.commitSeconds() <= FLUSH_TARGET, "2 s"),
                peakMebibytes.isPresent()
                        ? "largest resident set " + peakMebibytes.getAsLong() + " MiB, heap at most 512 MiB"
                        : "heap at most 512 MiB");
    }

    /**
     * The one in the middle of the second half of the rounds, the worse one where there are two: which of them a collection falls into is
     * chance.
     */
    private static Landed warm(List<Landed> rounds, Comparator<Landed> bestFirst) {
        var late = rounds.subList(rounds.size() / 2, rounds.size()).stream()
                .sorted(bestFirst)
                .toList();
        return late.get(late.size() / 2);
    }

    private Landed warmAppend() {
        return warm(appended, Comparator.comparingDouble(Landed::perCpuSecond).reversed());
    }

    private Landed warmFlush() {
        return warm(upserted, Comparator.comparingDouble(Landed::commitSeconds));
    }

    private static String verdict(boolean met, String target) {
        return " (target " + target + (met ? ": met)" : ": missed)");
    }

    @Override
    public String json() {
        var root = new JsonMapper().createObjectNode();
        root.put("processors", machine.processors()).put("loadBefore", machine.load());
        var appends = root.putArray("append");
        appended.forEach(round -> round.into(appends.addObject()));
        var upserts = root.putArray("upsert");
        upserted.forEach(round -> round.into(upserts.addObject()));
        root.put("flushSymbols", symbols);
        root.put("warmRowsPerCpuSecond", warmAppend().perCpuSecond());
        root.put("warmFlushSeconds", warmFlush().commitSeconds());
        peakMebibytes.ifPresent(peak -> root.put("peakMebibytes", peak));
        return root.toPrettyString();
    }
}
