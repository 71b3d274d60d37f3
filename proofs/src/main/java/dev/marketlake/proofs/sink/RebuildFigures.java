package dev.marketlake.proofs.sink;

import dev.marketlake.proofs.replay.RebuildProof.Rebuilt;
import dev.marketlake.proofs.sink.RebuildRun.Survived;
import java.time.Duration;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** What losing Kafka, and losing the lake, came to. */
public record RebuildFigures(Survived sink, Rebuilt suite, Duration time) implements Figures {

    @Override
    public String line() {
        return String.format(
                Locale.ROOT,
                "rebuild: topics made anew under a sink, %,d rows of the old ones kept and none of the new ones skipped; %d records expired"
                        + " before they were read, told, and %,d rows once the remedy was applied; lake lost, %d tables of %,d rows equal from"
                        + " Kafka; Kafka lost, %,d rows of Silver and Gold equal from Bronze, then %,d rows in Bronze and the audit holds; %.0f s",
                sink.old(),
                sink.lost(),
                sink.rows(),
                suite.tables(),
                suite.rows(),
                suite.replayed(),
                suite.bronze(),
                time.toMillis() / 1e3);
    }

    @Override
    public String json() {
        var root = new JsonMapper().createObjectNode();
        root.putObject("topicsMadeAnew").put("rowsKept", sink.old()).put("rowsSkipped", 0);
        root.putObject("expired").put("records", sink.lost()).put("rowsInTheEnd", sink.rows());
        root.putObject("lakeLost").put("tablesEqual", suite.tables()).put("rows", suite.rows());
        root.putObject("kafkaLost").put("rowsFromBronze", suite.replayed()).put("bronzeRowsInTheEnd", suite.bronze());
        root.put("seconds", time.toMillis() / 1e3);
        return root.toPrettyString();
    }
}
