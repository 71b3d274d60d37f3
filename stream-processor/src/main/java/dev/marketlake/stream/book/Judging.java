package dev.marketlake.stream.book;

import dev.marketlake.stream.emit.AlertRows;
import dev.marketlake.stream.emit.AlertRows.Subject;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.judge.AlertRule;
import dev.marketlake.stream.judge.Verdict;
import dev.marketlake.stream.judge.Verdict.Quiet;
import dev.marketlake.stream.judge.Verdict.Raise;
import dev.marketlake.stream.judge.VolumeSpike;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.series.BarCell;
import dev.marketlake.stream.series.BarSeries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Judges the bars of one series by its rules, and takes back what no longer holds. */
final class Judging {
    private static final int BARS_BEFORE = 20;

    private final BarSeries series;
    private final List<AlertRule> rules;
    private final AlertRows rows;

    Judging(BarSeries series, List<AlertRule> rules, AlertRows rows) {
        this.series = series;
        this.rules = rules;
        this.rows = rows;
    }

    /** Judges the bar that the day has just reached. */
    void judge(DayProgress day, Subject subject, Effects effects) {
        for (AlertRule rule : rules) {
            Verdict verdict = verdict(rule, day, subject);
            day.watch(rule, subject.cell().openTime(), verdict.watch());
            switch (verdict) {
                case Raise raise -> rows.raise(rule, subject, raise, () -> origins(subject.cell()), effects);
                case Quiet quiet -> rows.retract(rule, series, subject.cell(), effects);
            }
        }
    }

    /** Takes back every alert on a bar that has no readings. */
    void retractAll(BarCell cell, Effects effects) {
        rules.forEach(rule -> rows.retract(rule, series, cell, effects));
    }

    private static Verdict verdict(AlertRule rule, DayProgress day, Subject subject) {
        return switch (rule.kind()) {
            case VOLUME_SPIKE ->
                VolumeSpike.judge(rule, day.watch(rule), subject.cell().openTime(), subject.readings());
        };
    }

    /** Raw records of the bar and of the usable bars it is compared with, oldest first. */
    private List<Origin> origins(BarCell cell) {
        List<Origin> origins = new ArrayList<>();
        for (int i = series.find(cell.openTime()); i >= 0 && origins.size() <= BARS_BEFORE; i--) {
            if (series.at(i).usable()) {
                origins.add(series.at(i).peek().standing().origin());
            }
        }
        Collections.reverse(origins);
        return origins;
    }
}
