package dev.marketlake.proofs.sink;

import dev.marketlake.proofs.bench.Machine;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What loading a table costs as its log grows.
 *
 * @param few after few commits
 * @param many after many
 */
public record SnapshotBenchFigures(Machine machine, Loads few, Loads many) implements Figures {
    private static final double TARGET = 1.2;

    /**
     * After so many commits.
     *
     * @param commit mean time of each since the figure before
     * @param load median time to learn what the table holds
     * @param requests to the store for that
     * @param listed objects the store lists for that
     */
    public record Loads(int commits, Duration commit, Duration load, long requests, long listed) {
        private String line() {
            return String.format(
                    Locale.ROOT,
                    "after %,6d commits: a load takes %.1f ms and %d requests, which list %d objects; a commit took %.1f ms",
                    commits,
                    load.toNanos() / 1e6,
                    requests,
                    listed,
                    commit.toNanos() / 1e6);
        }

        private void into(ObjectNode node) {
            node.put("commits", commits).put("loadMillis", load.toNanos() / 1e6);
            node.put("requests", requests).put("listed", listed);
            node.put("commitMillis", commit.toNanos() / 1e6);
        }
    }

    private double ratio() {
        return (double) many.load().toNanos() / few.load().toNanos();
    }

    @Override
    public String line() {
        return String.join(
                "\n",
                machine.described(),
                few.line(),
                many.line(),
                String.format(
                        Locale.ROOT,
                        "loads take %.2f times as long (target at most %.1f: %s)",
                        ratio(),
                        TARGET,
                        ratio() <= TARGET ? "met" : "missed"));
    }

    @Override
    public String json() {
        var root = new JsonMapper().createObjectNode();
        root.put("processors", machine.processors()).put("loadBefore", machine.load());
        var all = root.putArray("after");
        List.of(few, many).forEach(one -> one.into(all.addObject()));
        root.put("ratio", ratio());
        return root.toPrettyString();
    }
}
