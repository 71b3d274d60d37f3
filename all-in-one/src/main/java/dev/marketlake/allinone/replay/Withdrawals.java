package dev.marketlake.allinone.replay;

import dev.marketlake.events.Alert;
import dev.marketlake.events.Bar;
import dev.marketlake.events.Indicators;
import dev.marketlake.topics.Topic;
import dev.marketlake.topics.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * Records that take a row of the lake away: the full key, {@code deleted=true} and no values; of an alert, RETRACTED.
 *
 * @param now when the replay began
 */
record Withdrawals(Instant now) {
    /** @throws IllegalArgumentException for a topic that no compared table has */
    SpecificRecord of(Topic<?> topic, LakeRow row) {
        if (topic.equals(Topics.BARS)) {
            return bar(row);
        }
        if (topic.equals(Topics.INDICATORS)) {
            return indicators(row);
        }
        if (topic.equals(Topics.ALERTS)) {
            return alert(row);
        }
        throw new IllegalArgumentException(topic + " has no rows that can be withdrawn");
    }

    private static Bar bar(LakeRow row) {
        var bar = new Bar();
        bar.setSymbol(row.text("symbol"));
        bar.setInterval(row.text("interval"));
        bar.setOpenTime(row.instant("open_time"));
        bar.setTradeDate(row.date("trade_date"));
        bar.setSession(row.text("session"));
        bar.setSource(row.text("source"));
        bar.setPriceBasis(row.text("price_basis"));
        bar.setViolations(List.of());
        bar.setDeleted(true);
        bar.setObservedAt(row.instant("observed_at"));
        bar.setRevision(row.whole("revision") + 1);
        bar.setLineage(row.lineage());
        return bar;
    }

    private static Indicators indicators(LakeRow row) {
        var indicators = new Indicators();
        indicators.setSymbol(row.text("symbol"));
        indicators.setInterval(row.text("interval"));
        indicators.setOpenTime(row.instant("open_time"));
        indicators.setTradeDate(row.date("trade_date"));
        indicators.setDeleted(true);
        indicators.setObservedAt(row.instant("observed_at"));
        indicators.setRevision(row.whole("revision") + 1);
        indicators.setLineage(row.lineage());
        return indicators;
    }

    private Alert alert(LakeRow row) {
        var alert = new Alert();
        alert.setAlertId(row.text("alert_id"));
        alert.setRule(row.text("rule"));
        alert.setKind(row.text("kind"));
        alert.setSymbol(row.text("symbol"));
        alert.setInterval(row.text("interval"));
        alert.setOpenTime(row.instant("open_time"));
        alert.setTradeDate(row.date("trade_date"));
        alert.setSeverity(row.text("severity"));
        alert.setState("RETRACTED");
        alert.setObserved(row.real("observed"));
        alert.setThreshold(row.real("threshold"));
        alert.setMessage("Retracted: a replay of " + row.text("trade_date") + " does not raise the "
                + row.text("rule") + " alert on " + row.text("symbol") + " " + row.text("interval") + " at "
                + row.text("open_time") + ".");
        alert.setEvidence(Map.of());
        alert.setPositions(List.of());
        alert.setRulesVersion(row.text("rules_version"));
        alert.setRaisedAt(now);
        alert.setObservedAt(row.instant("observed_at"));
        alert.setReplayed(true);
        return alert;
    }
}
