package dev.marketlake.stream.emit;

import dev.marketlake.events.Alert;
import dev.marketlake.stream.judge.AlertRule;
import dev.marketlake.stream.judge.Finding;
import dev.marketlake.stream.measure.Readings;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.series.AlertMark;
import dev.marketlake.stream.series.BarCell;
import dev.marketlake.stream.series.BarSeries;
import dev.marketlake.stream.series.StoredBar;
import dev.marketlake.topics.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Rows of market.alerts: raised, raised again where value, severity or evidence changed, retracted where nothing holds them up any more. */
public final class AlertRows {
    private static final String RAISED = "RAISED";
    private static final String RETRACTED = "RETRACTED";

    private final String rulesVersion;

    public AlertRows(String rulesVersion) {
        this.rulesVersion = rulesVersion;
    }

    /** The bar an alert is about, and the readings it was judged by. */
    public record Subject(BarSeries series, BarCell cell, Readings readings) {}

    /** Sends an alert that rests on readings. @param origins raw records behind it, asked for only where it is sent */
    public void raise(
            AlertRule rule, Subject subject, Finding finding, Supplier<List<Origin>> origins, Effects effects) {
        long known = Math.max(subject.readings().observedAt(), finding.observedAt());
        raise(rule, subject.series(), subject.cell(), finding, known, origins, effects);
    }

    /**
     * Sends an alert unless the very same stands.
     *
     * @param observedAt since when all it rests on has been known, microseconds since the epoch
     * @param origins raw records behind it, asked for only where it is sent
     */
    public void raise(
            AlertRule rule,
            BarSeries series,
            BarCell cell,
            Finding finding,
            long observedAt,
            Supplier<List<Origin>> origins,
            Effects effects) {
        StoredBar stored = cell.stored();
        long hash = hash(rule, finding, observedAt);
        Optional<AlertMark> mark = stored.alert(rule.name());
        if (mark.isPresent() && mark.get().hash() == hash) {
            return;
        }
        AlertMark sent = new AlertMark(
                rule.name(), rule.kind().name(), rule.severity().name(), hash, finding.observed(), finding.threshold());
        Alert row = row(sent, series, cell, effects);
        row.setState(RAISED);
        row.setMessage(row.getSymbol() + ' ' + row.getInterval() + " at " + row.getOpenTime() + ": "
                + finding.statement() + '.');
        row.setEvidence(finding.evidence());
        row.setPositions(origins.get().stream().map(Positions::of).toList());
        row.setObservedAt(Micros.instant(observedAt));
        effects.emit(new Row(Topics.ALERTS, row.getSymbol(), row));
        effects.store(series, cell, stored.withAlert(sent));
    }

    /** Retracts an alert that stands on a bar and that data and rules no longer hold up. */
    public void retract(AlertMark mark, BarSeries series, BarCell cell, Effects effects) {
        retract(mark, series, cell, "the data and the rules in force no longer hold up", effects);
    }

    /** Retracts an alert that stands on a bar. @param because the part of the sentence before "the ... alert" */
    public void retract(AlertMark mark, BarSeries series, BarCell cell, String because, Effects effects) {
        sendRetraction(mark, series, cell, because, effects);
        effects.store(series, cell, cell.stored().withAlert(mark.retracted()));
    }

    /** Retracts an alert on a bar that is not kept any more: there is nothing to note it on. */
    public void sendRetraction(AlertMark mark, BarSeries series, BarCell cell, String because, Effects effects) {
        StoredBar stored = cell.stored();
        Alert row = row(mark, series, cell, effects);
        row.setState(RETRACTED);
        row.setMessage("Retracted: " + because + " the " + mark.rule() + " alert on " + row.getSymbol() + " "
                + row.getInterval() + " at " + row.getOpenTime() + ".");
        row.setEvidence(Map.of());
        row.setPositions(List.of(Positions.of(stored.standing().origin())));
        row.setObservedAt(Micros.instant(stored.standing().first().observedAt()));
        effects.emit(new Row(Topics.ALERTS, row.getSymbol(), row));
    }

    private Alert row(AlertMark mark, BarSeries series, BarCell cell, Effects effects) {
        String symbol = series.key().symbol().value();
        String interval = series.key().interval().label();
        Alert row = new Alert();
        row.setAlertId(mark.rule() + '|' + symbol + '|' + interval + '|' + Micros.instant(cell.openTime()));
        row.setRule(mark.rule());
        row.setKind(mark.kind());
        row.setSymbol(symbol);
        row.setInterval(interval);
        row.setOpenTime(Micros.instant(cell.openTime()));
        row.setTradeDate(cell.tradeDate());
        row.setSeverity(mark.severity());
        row.setObserved(mark.observed());
        row.setThreshold(mark.threshold());
        row.setRulesVersion(rulesVersion);
        row.setRaisedAt(Micros.instant(effects.now()));
        row.setReplayed(false);
        return row;
    }

    private static long hash(AlertRule rule, Finding finding, long observedAt) {
        ContentHash hash = new ContentHash()
                .add(rule.kind().name())
                .add(rule.severity().name())
                .add(finding.observed())
                .add(finding.threshold())
                .add(finding.statement())
                .add(observedAt);
        finding.evidence().forEach((name, value) -> hash.add(name).add(value.doubleValue()));
        return hash.value();
    }
}
