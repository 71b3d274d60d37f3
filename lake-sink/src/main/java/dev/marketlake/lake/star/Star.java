package dev.marketlake.lake.star;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.config.Watchlist;
import dev.marketlake.lake.content.Contents;
import dev.marketlake.lake.content.LakeContents;
import dev.marketlake.lake.content.OneLook;
import dev.marketlake.lake.content.Portion;
import dev.marketlake.lake.content.Row;
import dev.marketlake.lake.content.Summaries;
import dev.marketlake.lake.content.TableContent;
import dev.marketlake.lake.delta.DeltaLake;
import dev.marketlake.lake.delta.Partition;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.DerivedTable;
import dev.marketlake.lake.table.LakeTable;
import dev.marketlake.lake.table.StarSchema;
import dev.marketlake.lake.table.Tables;
import dev.marketlake.market.Symbol;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Derives the star schema. The tables are a function of their sources, the watchlist and the date: whatever another writer did, the next
 * derivation puts right. Symbols whose sources are the files they were before are left alone. Not for several threads.
 */
public final class Star {
    private static final List<String> BAR =
            List.of("symbol", "trade_date", "open", "high", "low", "close", "volume", "observed_at");
    private static final List<String> ALERT =
            List.of("symbol", "trade_date", "state", "severity", "message", "open_time", "alert_id", "observed_at");
    private static final List<String> FUNDAMENTALS = List.of("symbol", "observed_at", "name", "sector", "currency");
    private static final List<String> SPLIT = List.of("symbol", "date", "kind", "split_to", "split_from");

    private final Contents lake;
    private final DeltaLake delta;
    private final ObjectStore store;
    private final Supplier<Watchlist> watchlist;
    private final InstantSource clock;
    private final Summaries summaries = new Summaries();
    private final Map<String, Inputs> derived = new HashMap<>();
    private Map<String, Long> versions = Map.of();
    private LocalDate today = LocalDate.MIN;

    /** What the rows of a symbol came from. */
    private record Inputs(Set<String> files, Company company, List<String> splits, Map<LocalDate, Double> vwaps) {}

    public Star(ObjectStore store, Supplier<Watchlist> watchlist, InstantSource clock) {
        this.delta = new DeltaLake(store, clock);
        this.lake = new LakeContents(store, delta);
        this.store = store;
        this.watchlist = watchlist;
        this.clock = clock;
    }

    /**
     * Brings the tables up to date.
     *
     * @return whether they are; where not, another writer was faster and it is to be done again
     * @throws StoreFailure where the store gives no answer
     */
    public boolean derive() throws StoreFailure {
        Contents look = new OneLook(lake);
        Map<String, Long> now = versions(look);
        LocalDate date = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (now.equals(versions) && date.equals(today)) {
            return true;
        }
        summaries.begin();
        Watchlist followed = watchlist.get();
        Map<String, List<Row>> fundamentals = bySymbol(look, Tables.FUNDAMENTALS, FUNDAMENTALS);
        SortedSet<String> symbols = symbols(look, followed, fundamentals.keySet());
        Map<String, List<Company>> companies = new TreeMap<>();
        symbols.forEach(symbol -> companies.put(symbol, Company.history(fundamentals.getOrDefault(symbol, List.of()))));
        boolean all = calendars(look, followed, date);
        all &= companies(companies, followed);
        all &= marketView(look, companies);
        if (all) {
            versions = now;
            today = date;
        }
        return all;
    }

    private static Map<String, Long> versions(Contents look) throws StoreFailure {
        Map<String, Long> versions = new HashMap<>();
        for (DerivedTable table : StarSchema.all()) {
            for (String source : table.from()) {
                versions.put(source, look.of(source).map(TableContent::version).orElse(-1L));
            }
        }
        return versions;
    }

    private static SortedSet<String> symbols(Contents look, Watchlist followed, Set<String> described)
            throws StoreFailure {
        SortedSet<String> symbols = new TreeSet<>(described);
        followed.symbols().forEach(symbol -> symbols.add(symbol.value()));
        for (Portion portion : portions(look, Tables.DAILY_BARS)) {
            String symbol = portion.partition().get("symbol");
            if (symbol == null) {
                portion.source()
                        .read(Set.of("symbol"))
                        .forEach(row -> symbols.add(String.valueOf(row.value("symbol"))));
            } else {
                symbols.add(symbol);
            }
        }
        return symbols;
    }

    private boolean calendars(Contents look, Watchlist followed, LocalDate now) throws StoreFailure {
        Optional<TableContent> bars = look.of(Tables.DAILY_BARS.name());
        Optional<Span.Dates> traded =
                bars.isEmpty() ? Optional.empty() : summaries.of(new Span("trade_date"), bars.get());
        int first = Math.min(
                now.getYear(), traded.map(span -> span.first().getYear()).orElse(now.getYear()));
        int last = Math.max(
                        now.getYear(), traded.map(span -> span.last().getYear()).orElse(now.getYear()))
                + 1;
        Map<String, TradingCalendar> used = new TreeMap<>();
        followed.symbols().forEach(symbol -> followed.calendar(symbol).ifPresent(one -> used.put(one.name(), one)));
        DerivedWriter dates = open(StarSchema.DIM_DATE);
        DerivedWriter minutes = open(StarSchema.DIM_TIME);
        for (TradingCalendar calendar : used.values()) {
            Partition partition = new Partition(Map.of("calendar", calendar.name()));
            dates.put(partition, CalendarRows.dates(calendar, LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31)));
            minutes.put(partition, CalendarRows.minutes(calendar, now));
        }
        return dates.commit() & minutes.commit();
    }

    private boolean companies(Map<String, List<Company>> companies, Watchlist followed) throws StoreFailure {
        List<StarRow> rows = new ArrayList<>();
        companies.forEach((symbol, history) -> {
            String calendar = Symbol.isValid(symbol)
                    ? followed.calendar(new Symbol(symbol))
                            .map(TradingCalendar::name)
                            .orElse(null)
                    : null;
            rows.addAll(Company.rows(symbol, calendar, history));
        });
        DerivedWriter writer = open(StarSchema.DIM_SYMBOL);
        writer.put(new Partition(Map.of()), rows);
        return writer.commit();
    }

    private boolean marketView(Contents look, Map<String, List<Company>> companies) throws StoreFailure {
        Map<String, List<Row>> splits = bySymbol(look, Tables.CORPORATE_ACTIONS, SPLIT);
        Map<String, Map<LocalDate, Double>> vwaps = vwaps(look);
        List<Portion> bars = portions(look, Tables.DAILY_BARS);
        List<Portion> performance = portions(look, Tables.PERFORMANCE);
        List<Portion> alerts = portions(look, Tables.ALERTS);
        DerivedWriter writer = open(StarSchema.MARKET_VIEW);
        Map<String, Inputs> fresh = new HashMap<>();
        for (var one : companies.entrySet()) {
            String symbol = one.getKey();
            List<Row> ownSplits = splits.getOrDefault(symbol, List.of());
            Set<String> files = new HashSet<>();
            List.of(bars, performance, alerts)
                    .forEach(table -> of(symbol, table).forEach(portion -> files.add(portion.id())));
            Inputs inputs = new Inputs(
                    files,
                    one.getValue().getLast(),
                    ownSplits.stream().map(Star::text).sorted().toList(),
                    vwaps.getOrDefault(symbol, Map.of()));
            fresh.put(symbol, inputs);
            if (!inputs.equals(derived.get(symbol))) {
                MarketView view = new MarketView(
                        symbol,
                        inputs.company(),
                        rows(symbol, bars, BAR),
                        rows(symbol, performance, MarketView.PERFORMANCE),
                        rows(symbol, alerts, ALERT),
                        ownSplits,
                        inputs.vwaps());
                writer.put(new Partition(Map.of("symbol", symbol)), view.rows());
            }
        }
        for (Partition partition : writer.partitions()) {
            if (!companies.containsKey(String.valueOf(partition.values().get("symbol")))) {
                writer.put(partition, List.of());
            }
        }
        boolean done = writer.commit();
        derived.clear();
        derived.putAll(done ? fresh : Map.of());
        return done;
    }

    private Map<String, Map<LocalDate, Double>> vwaps(Contents look) throws StoreFailure {
        Optional<TableContent> indicators = look.of(Tables.INDICATORS.name());
        Map<String, Map<LocalDate, Double>> vwaps = new HashMap<>();
        if (indicators.isPresent()) {
            summaries
                    .of(new DayVwaps(), indicators.get())
                    .forEach((day, last) -> vwaps.computeIfAbsent(day.symbol(), symbol -> new HashMap<>())
                            .put(day.date(), last.vwap()));
        }
        return vwaps;
    }

    private DerivedWriter open(DerivedTable table) throws StoreFailure {
        return DerivedWriter.open(table, delta, store, clock);
    }

    private static List<Portion> portions(Contents look, LakeTable table) throws StoreFailure {
        return look.of(table.name()).map(TableContent::portions).orElse(List.of());
    }

    private static List<Portion> of(String symbol, List<Portion> portions) {
        return portions.stream()
                .filter(portion -> symbol.equals(portion.partition().getOrDefault("symbol", symbol)))
                .toList();
    }

    private static List<Row> rows(String symbol, List<Portion> portions, List<String> columns) throws StoreFailure {
        List<Row> rows = new ArrayList<>();
        for (Portion portion : of(symbol, portions)) {
            portion.source().read(Set.copyOf(columns)).stream()
                    .filter(row -> symbol.equals(String.valueOf(row.value("symbol"))))
                    .forEach(rows::add);
        }
        return rows;
    }

    private static Map<String, List<Row>> bySymbol(Contents look, LakeTable table, List<String> columns)
            throws StoreFailure {
        Map<String, List<Row>> rows = new HashMap<>();
        for (Portion portion : portions(look, table)) {
            portion.source()
                    .read(Set.copyOf(columns))
                    .forEach(row -> rows.computeIfAbsent(
                                    String.valueOf(row.value("symbol")), symbol -> new ArrayList<>())
                            .add(row));
        }
        return rows;
    }

    private static String text(Row split) {
        return split.value("date") + " " + split.value("kind") + " " + split.value("split_to") + ":"
                + split.value("split_from");
    }
}
