package dev.marketlake.simulator.market;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.config.InvalidConfig;
import dev.marketlake.market.StampConvention;
import dev.marketlake.market.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Recorded one-minute bars of a folder, replayed verbatim: the number texts and the stamps of the files, in the files' own stamp convention.
 *
 * <p>Files as in {@link RecordedFile}, New York time; several files of one symbol are joined. Minutes never form here: they are there or not.
 */
public final class RecordedMarket implements Market {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TradingCalendar calendar = TradingCalendar.of("NYSE");
    private final StampConvention stamp;
    private final SortedMap<Symbol, NavigableMap<Instant, MarketBar>> bars = new TreeMap<>();

    private RecordedMarket(List<RecordedFile> files, Optional<StampConvention> configured) {
        stamp = configured.orElseGet(() -> new StampDetection(calendar).of(files));
        for (RecordedFile file : files) {
            NavigableMap<Instant, MarketBar> minutes = bars.computeIfAbsent(file.symbol(), symbol -> new TreeMap<>());
            file.rows().forEach(row -> add(file, row, minutes));
        }
    }

    /**
     * Reads every *.csv and *.csv.gz of a folder.
     *
     * @param stamp what the stamps mean; empty to find out from the data
     * @throws InvalidConfig naming folder or file and line, and the remedy
     */
    public static RecordedMarket read(Path folder, Optional<StampConvention> stamp) {
        List<Path> paths;
        try (Stream<Path> entries = Files.list(folder)) {
            paths = entries.filter(RecordedFile::isRecording).sorted().toList();
        } catch (IOException e) {
            throw new InvalidConfig("recorded folder " + folder + " cannot be read: give a folder of CSV files", e);
        }
        if (paths.isEmpty()) {
            throw new InvalidConfig("recorded folder " + folder + " holds no *.csv or *.csv.gz file: give another one");
        }
        return new RecordedMarket(paths.stream().map(RecordedFile::read).toList(), stamp);
    }

    @Override
    public SortedSet<Symbol> symbols() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(bars.keySet()));
    }

    @Override
    public TradingCalendar calendar() {
        return calendar;
    }

    @Override
    public StampConvention stampConvention() {
        return stamp;
    }

    @Override
    public Instant firstMinute() {
        return bars.values().stream()
                .map(NavigableMap::firstKey)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    @Override
    public Optional<Instant> end() {
        return bars.values().stream()
                .map(NavigableMap::lastKey)
                .max(Instant::compareTo)
                .map(start -> start.plus(MINUTE));
    }

    @Override
    public List<MarketBar> minutes(Symbol symbol, Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return List.of();
        }
        return List.copyOf(listed(symbol).subMap(from, to).values());
    }

    @Override
    public Optional<MarketBar> forming(Symbol symbol, Instant now) {
        return Optional.empty();
    }

    private NavigableMap<Instant, MarketBar> listed(Symbol symbol) {
        NavigableMap<Instant, MarketBar> minutes = bars.get(symbol);
        if (minutes == null) {
            throw new IllegalArgumentException(symbol + " is not recorded");
        }
        return minutes;
    }

    private void add(RecordedFile file, RecordedFile.Row row, NavigableMap<Instant, MarketBar> minutes) {
        Instant start = start(file, row);
        MarketBar bar = new MarketBar(start, row.open(), row.high(), row.low(), row.close(), row.volume());
        if (minutes.putIfAbsent(start, bar) != null) {
            throw RecordedFile.unusable(
                    file.path(),
                    row.line(),
                    "repeats the minute " + row.stamp() + " of another file of " + file.symbol());
        }
    }

    private Instant start(RecordedFile file, RecordedFile.Row row) {
        if (calendar.zone().getRules().getValidOffsets(row.stamp()).size() != 1) {
            throw RecordedFile.unusable(
                    file.path(), row.line(), "has a stamp that the change of clocks skips or repeats: " + row.stamp());
        }
        LocalDateTime stamped = row.stamp();
        Instant instant = stamped.atZone(calendar.zone()).toInstant();
        return stamp == StampConvention.OPEN ? instant : instant.minus(MINUTE);
    }
}
