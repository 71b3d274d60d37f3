package dev.marketlake.proofs.sink;

import dev.marketlake.proofs.bench.Machine;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the bench of the sink found.
 *
 * @param symbols of which a day of bars was upserted in one flush, one file each
 * @param flushSeconds the longest commit of those, encoding and uploads included
 * @param peakMebibytes largest resident set of the sink, whose heap ends at 384 MiB
 */
public record SinkBenchFigures(
        Machine machine, Landed appended, Landed upserted, int symbols, double flushSeconds, OptionalLong peakMebibytes)
        implements Figures {
    private static final double APPEND_TARGET = 100_000;
    private static final double FLUSH_TARGET = 2;

    /**
     * A lag that was brought in.
     *
     * @param cpu of the sink's process, all of it
     * @param requests to the store
     * @param logBytes added to the table's log
     */
    public record Landed(String table, long rows, Duration time, Duration cpu, long requests, long logBytes) {
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
            node.put("cpuSeconds", cpu.toMillis() / 1e3).put("rowsPerSecond", perSecond());
            node.put("rowsPerCpuSecond", perCpuSecond());
            node.put("requestsPerMillionRows", millionth(requests));
            node.put("logBytesPerMillionRows", millionth(logBytes));
        }
    }

    @Override
    public String line() {
        return String.join(
                "\n",
                machine.described(),
                appended.line() + verdict(appended.perCpuSecond() >= APPEND_TARGET, "100,000 a second on one core"),
                upserted.line(),
                String.format(
                                Locale.ROOT,
                                "%d symbols x 390 rows upserted in one flush of %.2f s",
                                symbols,
                                flushSeconds)
                        + verdict(flushSeconds <= FLUSH_TARGET, "2 s"),
                peakMebibytes.isPresent()
                        ? "largest resident set " + peakMebibytes.getAsLong() + " MiB, heap at most 384 MiB"
                        : "heap at most 384 MiB");
    }

    private static String verdict(boolean met, String target) {
        return " (target " + target + (met ? ": met)" : ": missed)");
    }

    @Override
    public String json() {
        var root = new JsonMapper().createObjectNode();
        root.put("processors", machine.processors()).put("loadBefore", machine.load());
        appended.into(root.putObject("append"));
        upserted.into(root.putObject("upsert"));
        root.put("flushSymbols", symbols).put("flushSeconds", flushSeconds);
        peakMebibytes.ifPresent(peak -> root.put("peakMebibytes", peak));
        return root.toPrettyString();
    }
}
