package dev.marketlake.lake.quality;

import dev.marketlake.lake.content.Contents;
import dev.marketlake.lake.content.PortionReader;
import dev.marketlake.lake.content.Summaries;
import dev.marketlake.lake.content.TableContent;
import dev.marketlake.lake.quality.Finding.Outcome;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Judges tables by checks. Remembers what files came to between its looks. Not for several threads. */
final class Checker {
    private static final int FEWEST_DAYS = 5;
    private static final int MOST_SAMPLES = 3;

    private final Summaries summaries = new Summaries();
    private final Doubles doubles = new Doubles();

    /** Begins a look at several tables: files that none of its checks reads are forgotten after it. */
    void begin() {
        summaries.begin();
        doubles.begin();
    }

    /**
     * Reads what these checks will ask for, each file once for all of them; without it each check reads for itself.
     *
     * @throws StoreFailure where the store gives no answer
     */
    void read(Collection<Check> checks, Contents tables) throws StoreFailure {
        List<Check> able = new ArrayList<>();
        for (Check check : checks) {
            if (isReadFor(check, tables)) {
                able.add(check);
            }
        }
        for (var needed : new Needs(summaries, doubles).of(able).entrySet()) {
            Optional<TableContent> table = tables.of(needed.getKey());
            if (table.isPresent()) {
                PortionReader.readOnce(table.get(), needed.getValue());
            }
        }
    }

    /** Whether rows decide: not where a table is not there, or lacks a column. */
    private static boolean isReadFor(Check check, Contents tables) throws StoreFailure {
        Optional<TableContent> table = tables.of(check.table());
        return table.isPresent()
                && missingColumn(check, table.get()).isEmpty()
                && (!(check.rule() instanceof Rule.SameRows same)
                        || tables.of(same.source()).isPresent());
    }

    /**
     * Judges a table.
     *
     * @param table what to judge; empty where there is no such table
     * @param others where a check finds the tables to compare with
     * @throws StoreFailure where the store gives no answer
     */
    Finding judge(Check check, Optional<TableContent> table, Contents others, Instant now) throws StoreFailure {
        if (table.isEmpty()) {
            return new Finding(
                    check,
                    Outcome.UNDECIDED,
                    null,
                    check.table() + " is not there yet",
                    List.of(),
                    OptionalLong.empty());
        }
        TableContent content = table.get();
        Answer answer = missingColumn(check, content).orElse(null);
        if (answer == null) {
            answer = switch (check.rule()) {
                case Rule.Measured measured -> measured(check, measured, content);
                case Rule.Freshness freshness -> freshness(check, freshness, content, now);
                case Rule.Columns columns -> columns(columns, content);
                case Rule.Anomaly anomaly -> anomaly(check, anomaly, content);
                case Rule.SameRows same -> sameRows(check, same, content, others.of(same.source()));
                case Rule.BalancedLedger ledger -> balanced(content, others.of(Tables.LEDGER.name()), now);
            };
        }
        return new Finding(
                check,
                answer.outcome,
                answer.measured,
                answer.message,
                answer.samples,
                OptionalLong.of(content.version()));
    }

    private record Answer(Outcome outcome, @Nullable Double measured, String message, List<String> samples) {
        static Answer undecided(String message) {
            return new Answer(Outcome.UNDECIDED, null, message, List.of());
        }

        static Answer failed(String message) {
            return new Answer(Outcome.FAILED, null, message, List.of());
        }

        static Answer of(double value, Bound bound, String what, List<String> samples) {
            Outcome outcome = bound.holds(value) ? Outcome.PASSED : Outcome.FAILED;
            return new Answer(outcome, value, what + ", expected " + bound.words(), samples);
        }
    }

    private static Optional<Answer> missingColumn(Check check, TableContent table) {
        Set<String> needed = new TreeSet<>(check.filter().columns());
        switch (check.rule()) {
            case Rule.Measured measured -> needed.addAll(measured.metric().columns());
            case Rule.Freshness freshness -> needed.add(freshness.column());
            case Rule.Anomaly anomaly -> needed.add(anomaly.date());
            case Rule.SameRows same -> {
                needed.addAll(same.key());
                needed.addAll(same.compare());
            }
            case Rule.Columns none -> {}
            case Rule.BalancedLedger none -> {}
        }
        needed.removeAll(table.columns().keySet());
        return needed.isEmpty()
                ? Optional.empty()
                : Optional.of(Answer.failed(table.table() + " has no column " + String.join(", ", needed)));
    }

    private Answer measured(Check check, Rule.Measured rule, TableContent table) throws StoreFailure {
        return switch (rule.metric()) {
            case Metric.RowCount metric -> {
                long rows = summaries.of(Needs.rows(check), table).rows();
                yield Answer.of(rows, rule.bound(), number(rows) + " rows", List.of());
            }
            case Metric.PerRow metric -> {
                Tally.Count count = summaries.of(Needs.rows(check, metric), table);
                String of = number(count.counted()) + " of " + number(count.rows()) + " rows";
                yield Answer.of(count.counted(), rule.bound(), of, count.samples());
            }
            case Metric.Duplicates metric -> {
                Doubles.Count count = doubles.of(metric.columns(), check.filter(), table);
                String of = number(count.doubles()) + " of " + number(count.rows()) + " rows are there already";
                yield Answer.of(count.doubles(), rule.bound(), of, count.samples());
            }
            case Metric.Statistic metric -> statistic(check, metric, rule.bound(), table);
        };
    }

    private Answer statistic(Check check, Metric.Statistic metric, Bound bound, TableContent table)
            throws StoreFailure {
        Spread.Numbers numbers = summaries.of(Needs.numbers(check, metric), table);
        if (numbers.count() == 0) {
            return Answer.undecided("no row has a " + metric.column() + " yet");
        }
        double value = switch (metric.kind()) {
            case MIN -> numbers.min();
            case MAX -> numbers.max();
            case AVG -> numbers.sum() / numbers.count();
        };
        String what = metric.kind().word() + "(" + metric.column() + ") is " + value;
        return Answer.of(value, bound, what, List.of());
    }

    private Answer freshness(Check check, Rule.Freshness rule, TableContent table, Instant now) throws StoreFailure {
        Optional<Instant> newest = summaries.of(Needs.newest(check, rule), table);
        if (newest.isEmpty()) {
            return Answer.undecided("no row has a " + rule.column() + " yet");
        }
        Duration age = rule.calendar().isPresent()
                ? OpenTime.between(newest.get(), now, rule.calendar().get())
                : Duration.between(newest.get(), now);
        String what = "the newest " + rule.column() + " is " + newest.get() + ", "
                + Duration.ofSeconds(age.toSeconds())
                + rule.calendar().map(one -> " of trading at " + one.name()).orElse("") + " ago";
        return Answer.of(age.toSeconds(), rule.seconds(), what, List.of());
    }

    private static Answer columns(Rule.Columns rule, TableContent table) {
        List<String> wrong = new ArrayList<>();
        rule.types().forEach((column, type) -> {
            String found = table.columns().get(column);
            if (found == null) {
                wrong.add(column + " is missing");
            } else if (!found.replace(" ", "").equalsIgnoreCase(type.replace(" ", ""))) {
                wrong.add(column + " is " + found + ", expected " + type);
            }
        });
        wrong.sort(String::compareTo);
        return wrong.isEmpty()
                ? new Answer(Outcome.PASSED, null, rule.types().size() + " columns are as expected", List.of())
                : Answer.failed(String.join("; ", wrong));
    }

    private Answer anomaly(Check check, Rule.Anomaly rule, TableContent table) throws StoreFailure {
        SortedMap<String, Long> counts = summaries.of(Needs.days(check, rule), table);
        List<Map.Entry<String, Long>> days = new ArrayList<>(counts.entrySet());
        int judged = days.size() - 2;
        int from = Math.max(0, judged - rule.trailing());
        if (judged - from < FEWEST_DAYS) {
            return Answer.undecided("needs " + FEWEST_DAYS + " days before the last whole one");
        }
        double[] history = days.subList(from, judged).stream()
                .mapToDouble(Map.Entry::getValue)
                .toArray();
        Map.Entry<String, Long> day = days.get(judged);
        return Trailing.of(history)
                .judge(day.getValue(), rule.deviations(), day.getKey())
                .map(Answer::failed)
                .orElseGet(() -> new Answer(
                        Outcome.PASSED,
                        day.getValue().doubleValue(),
                        day.getKey() + " has " + number(day.getValue()) + " rows, like the " + history.length
                                + " days before",
                        List.of()));
    }

    private Answer sameRows(Check check, Rule.SameRows rule, TableContent target, Optional<TableContent> source)
            throws StoreFailure {
        if (source.isEmpty()) {
            return Answer.undecided(rule.source() + " is not there yet");
        }
        var there = summaries.of(Needs.there(rule), source.get());
        var here = summaries.of(Needs.here(check, rule), target);
        SameRowsCheck rows = new SameRowsCheck(source.get(), target);
        rows.compare(there, here);
        int differing = rows.differing().size();
        String what = number(differing) + " rows differ from " + rule.source() + ", " + number(rows.pending())
                + " are on their way";
        return new Answer(
                differing == 0 ? Outcome.PASSED : Outcome.FAILED,
                (double) differing,
                what,
                rows.differing().stream().sorted().limit(MOST_SAMPLES).toList());
    }

    private Answer balanced(TableContent bronze, Optional<TableContent> ledger, Instant now) throws StoreFailure {
        LedgerCheck check = new LedgerCheck(bronze, now);
        var books = ledger.isPresent() ? summaries.of(new Books(), ledger.get()) : new Books().none();
        check.compare(summaries.of(new Offsets(), bronze), books);
        String what = number(check.offsets()) + " offsets in Bronze, "
                + check.faults().size() + " faults, " + check.unsettled() + " partitions being counted";
        return new Answer(
                check.faults().isEmpty() ? Outcome.PASSED : Outcome.FAILED,
                (double) check.faults().size(),
                check.faults().isEmpty() ? what : what + ": " + check.faults().getFirst(),
                check.faults().stream().limit(MOST_SAMPLES).toList());
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
