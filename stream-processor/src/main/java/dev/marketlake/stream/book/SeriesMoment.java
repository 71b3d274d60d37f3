package dev.marketlake.stream.book;

import dev.marketlake.market.Symbol;
import dev.marketlake.stream.emit.AlertRows.Subject;
import dev.marketlake.stream.judge.FundamentalsView;
import dev.marketlake.stream.judge.Moment;
import dev.marketlake.stream.judge.Rivals;
import dev.marketlake.stream.measure.AnchoredRun;
import dev.marketlake.stream.measure.LookBack;
import dev.marketlake.stream.measure.Readings;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.series.BarCell;

/** The bar of a series that is being judged. Good until the run goes on. */
record SeriesMoment(
        Subject subject, AnchoredRun anchored, Completeness completeness, FundamentalsView fundamentals, Rivals rivals)
        implements Moment {
    @Override
    public Symbol symbol() {
        return subject.series().key().symbol();
    }

    @Override
    public long openTime() {
        return subject.cell().openTime();
    }

    @Override
    public long end() {
        return completeness.end(subject.cell());
    }

    @Override
    public Readings readings() {
        return subject.readings();
    }

    @Override
    public LookBack back() {
        return new LookBack(anchored);
    }

    @Override
    public BarContent content(long openTime) {
        BarCell cell = openTime == openTime()
                ? subject.cell()
                : subject.series().at(subject.series().find(openTime));
        return cell.stated().content();
    }
}
