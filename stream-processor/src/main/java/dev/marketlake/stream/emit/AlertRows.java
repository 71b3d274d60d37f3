package dev.marketlake.stream.emit;

import dev.marketlake.events.Alert;
import dev.marketlake.events.RawPosition;
import dev.marketlake.stream.judge.AlertRule;
import dev.marketlake.stream.judge.Verdict.Raise;
import dev.marketlake.stream.measure.Readings;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.Micros;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.series.AlertMark;
import dev.marketlake.stream.series.BarCell;
import dev.marketlake.stream.series.BarSeries;
import dev.marketlake.stream.series.Emission;
import dev.marketlake.stream.series.StoredBar;
import dev.marketlake.topics.Topics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    /** Sends an alert unless the very same stands. @param origins raw records behind it, asked for only where it is sent */
    public void raise(AlertRule rule, Subject subject, Raise raise, Supplier<List<Origin>> origins, Effects effects) {
        StoredBar stored = subject.cell().stored();
        Map<String, Double> evidence = evidence(stored, subject.readings());
        long hash = hash(rule, raise, evidence, subject.readings());
        Optional<AlertMark> mark = stored.alert(rule.name());
        if (mark.isPresent() && mark.get().hash() == hash) {
            return;
        }
        Alert row = keyed(rule, subject.series(), subject.cell(), effects);
        row.setState(RAISED);
        row.setObserved(raise.observed());
        row.setThreshold(raise.threshold());
        row.setMessage(message(rule, subject, raise));
        row.setEvidence(evidence);
        row.setPositions(origins.get().stream().map(Positions::of).toList());
        row.setObservedAt(Micros.instant(subject.readings().observedAt()));
        effects.emit(new Row(Topics.ALERTS, row.getSymbol(), row));
        AlertMark sent = new AlertMark(rule.name(), hash, raise.observed());
        effects.store(subject.series(), subject.cell(), stored.withAlert(sent));
    }

    /** Retracts the alert of a rule on a bar, where one stands. */
    public void retract(AlertRule rule, BarSeries series, BarCell cell, Effects effects) {
        StoredBar stored = cell.stored();
        Optional<AlertMark> mark = stored.alert(rule.name()).filter(AlertMark::stands);
        if (mark.isEmpty()) {
            return;
        }
        RawPosition position = Positions.of(stored.standing().origin());
        Alert row = keyed(rule, series, cell, effects);
        row.setState(RETRACTED);
        row.setObserved(mark.get().observed());
        row.setThreshold(threshold(rule));
        row.setMessage("Retracted: corrected data no longer hold up the " + rule.name() + " alert on " + row.getSymbol()
                + " " + row.getInterval() + " at " + row.getOpenTime() + ".");
        row.setEvidence(Map.of());
        row.setPositions(List.of(position));
        row.setObservedAt(Micros.instant(stored.standing().first().observedAt()));
        effects.emit(new Row(Topics.ALERTS, row.getSymbol(), row));
        AlertMark sent =
                new AlertMark(rule.name(), Emission.WITHDRAWN, mark.get().observed());
        effects.store(series, cell, stored.withAlert(sent));
    }

    private Alert keyed(AlertRule rule, BarSeries series, BarCell cell, Effects effects) {
        String symbol = series.key().symbol().value();
        String interval = series.key().interval().label();
        Alert row = new Alert();
        row.setAlertId(rule.name() + '|' + symbol + '|' + interval + '|' + Micros.instant(cell.openTime()));
        row.setRule(rule.name());
        row.setKind(rule.kind().name());
        row.setSymbol(symbol);
        row.setInterval(interval);
        row.setOpenTime(Micros.instant(cell.openTime()));
        row.setTradeDate(cell.tradeDate());
        row.setSeverity(rule.severity().name());
        row.setRulesVersion(rulesVersion);
        row.setRaisedAt(Micros.instant(effects.now()));
        row.setReplayed(false);
        return row;
    }

    private static Map<String, Double> evidence(StoredBar stored, Readings readings) {
        Map<String, Double> evidence = new TreeMap<>();
        BarContent content = stored.standing().content();
        evidence.put("volume", (double) content.volume());
        if (readings.volumeRatio20() != null) {
            evidence.put("volume_ratio_20", readings.volumeRatio20());
            evidence.put("volume_mean_20", content.volume() / readings.volumeRatio20());
        }
        if (readings.volumeZscore20() != null) {
            evidence.put("volume_zscore_20", readings.volumeZscore20());
        }
        return evidence;
    }

    private static String message(AlertRule rule, Subject subject, Raise raise) {
        String measure = rule.ratio() != null
                ? "%.2f times the mean of the 20 bars before"
                : "%.2f standard deviations above the mean of the 20 bars before";
        return String.format(
                Locale.ROOT,
                "%s %s at %s: volume %,d is " + measure + " (threshold %.2f).",
                subject.series().key().symbol(),
                subject.series().key().interval(),
                Micros.instant(subject.cell().openTime()),
                subject.cell().stored().standing().content().volume(),
                raise.observed(),
                raise.threshold());
    }

    private static double threshold(AlertRule rule) {
        Double ratio = rule.ratio();
        Double zscore = rule.zscore();
        return ratio != null ? ratio : zscore != null ? zscore : 0;
    }

    private static long hash(AlertRule rule, Raise raise, Map<String, Double> evidence, Readings readings) {
        ContentHash hash = new ContentHash()
                .add(rule.severity().name())
                .add(raise.observed())
                .add(raise.threshold())
                .add(readings.observedAt());
        evidence.forEach((name, value) -> hash.add(name).add(value.doubleValue()));
        return hash.value();
    }
}
