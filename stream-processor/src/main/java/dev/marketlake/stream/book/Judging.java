package dev.marketlake.stream.book;

import static java.util.Objects.requireNonNull;

import dev.marketlake.stream.emit.AlertRows;
import dev.marketlake.stream.emit.AlertRows.Subject;
import dev.marketlake.stream.emit.Effects;
import dev.marketlake.stream.judge.AlertKind;
import dev.marketlake.stream.judge.BarRule;
import dev.marketlake.stream.judge.Finding;
import dev.marketlake.stream.judge.FundamentalsView;
import dev.marketlake.stream.judge.Rivals;
import dev.marketlake.stream.judge.Verdict;
import dev.marketlake.stream.judge.Verdict.Quiet;
import dev.marketlake.stream.judge.Verdict.Raise;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.series.AlertMark;
import dev.marketlake.stream.series.BarCell;
import dev.marketlake.stream.series.BarSeries;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Judges the bars of one series by its rules, and takes back what no longer holds. Used by one thread. */
final class Judging {
    private final BarSeries series;
    private final List<BarRule> rules;
    private final Set<String> names = new HashSet<>();
    private final AlertRows rows;
    private final Completeness completeness;
    private final FundamentalsView fundamentals;
    private final Rivals rivals;

    /** @param rules those for the symbol and the interval of the series */
    Judging(
            BarSeries series,
            List<BarRule> rules,
            AlertRows rows,
            Completeness completeness,
            FundamentalsView fundamentals,
            Rivals rivals) {
        this.series = series;
        this.rules = rules;
        this.rows = rows;
        this.completeness = completeness;
        this.fundamentals = fundamentals;
        this.rivals = rivals;
        rules.forEach(rule -> names.add(rule.name()));
    }

    /** Judges the bar that the day has just reached. */
    void judge(DayProgress day, Subject subject, Effects effects) {
        BarCell cell = subject.cell();
        if (rules.isEmpty() && cell.stored().alerts().isEmpty()) {
            return;
        }
        SeriesMoment moment =
                new SeriesMoment(subject, requireNonNull(day.anchored()), completeness, fundamentals, rivals);
        for (int i = 0; i < rules.size(); i++) {
            BarRule rule = rules.get(i);
            Verdict verdict = rule.judge(day.watch(i), moment);
            day.watch(i, cell.openTime(), verdict.watch());
            switch (verdict) {
                case Raise raise -> {
                    Finding finding = raise.finding();
                    rows.raise(rule, subject, finding, () -> origins(cell, finding), effects);
                }
                case Quiet quiet -> retract(rule.name(), cell, effects);
            }
        }
        retractOrphans(cell, effects);
    }

    private void retract(String rule, BarCell cell, Effects effects) {
        if (!cell.stored().alerts().isEmpty()) {
            cell.stored()
                    .alert(rule)
                    .filter(Judging::standsOnBars)
                    .ifPresent(mark -> rows.retract(mark, series, cell, effects));
        }
    }

    /** Takes back what a rule raised that is not in force any more. */
    private void retractOrphans(BarCell cell, Effects effects) {
        for (AlertMark mark : cell.stored().alerts()) {
            if (standsOnBars(mark) && !names.contains(mark.rule())) {
                rows.retract(mark, series, cell, effects);
            }
        }
    }

    /** Takes back every alert on a bar that has no readings. */
    void retractAll(BarCell cell, Effects effects) {
        for (AlertMark mark : cell.stored().alerts()) {
            if (standsOnBars(mark)) {
                rows.retract(mark, series, cell, effects);
            }
        }
    }

    private static boolean standsOnBars(AlertMark mark) {
        return mark.stands() && AlertKind.valueOf(mark.kind()).isOfBars();
    }

    /** Raw records of the bars behind a finding, oldest first, then of the bar itself, then what is no bar of the series. */
    private List<Origin> origins(BarCell cell, Finding finding) {
        List<Origin> origins = new ArrayList<>();
        finding.bars().forEach(time -> origins.add(origin(series.at(series.find(time)))));
        origins.add(origin(cell));
        origins.addAll(finding.others());
        return origins;
    }

    private static Origin origin(BarCell cell) {
        return cell.standing().origin();
    }
}
