package dev.marketlake.simulator.market;

import dev.marketlake.calendar.TradingCalendar;
import dev.marketlake.calendar.TradingDay;
import dev.marketlake.market.Symbol;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Writes minutes of a market as files of the recorded form: SYMBOL.csv.gz, header {@code datetime,open,high,low,close,volume}, regular
 * session only, stamped at the CLOSE in exchange-local time, newest first, no newline at the end.
 */
public final class CsvExport {
    private static final String HEADER = "datetime,open,high,low,close,volume";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private CsvExport() {}

    /**
     * Writes one file per symbol, replacing files of the same name; the folder is created where it is missing.
     *
     * @param from first trade date
     * @param to last trade date, inclusive
     * @throws IllegalArgumentException for a symbol with '.' or '_', which a file name cannot carry
     * @return rows written per symbol; a symbol without rows gets no file
     */
    public static Map<Symbol, Integer> write(
            Market market, Collection<Symbol> symbols, LocalDate from, LocalDate to, Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<Symbol, Integer> written = new TreeMap<>();
        for (Symbol symbol : symbols) {
            if (symbol.value().contains(".") || symbol.value().contains("_")) {
                throw new IllegalArgumentException(
                        symbol + " cannot be exported: a file name would cut it at '.' or '_'");
            }
            List<String> rows = rows(market, symbol, from, to);
            if (!rows.isEmpty()) {
                Collections.reverse(rows);
                write(folder.resolve(symbol + ".csv.gz"), rows);
            }
            written.put(symbol, rows.size());
        }
        return written;
    }

    private static List<String> rows(Market market, Symbol symbol, LocalDate from, LocalDate to) {
        List<String> rows = new ArrayList<>();
        TradingCalendar calendar = market.calendar();
        from.datesUntil(to.plusDays(1))
                .map(calendar::day)
                .flatMap(Optional::stream)
                .forEach((TradingDay day) -> {
                    for (MarketBar bar : market.minutes(symbol, day.regularOpen(), day.regularClose())) {
                        LocalDateTime close =
                                LocalDateTime.ofInstant(bar.start().plus(MINUTE), calendar.zone());
                        rows.add(String.join(
                                ",",
                                RecordedFile.STAMP.format(close),
                                bar.open(),
                                bar.high(),
                                bar.low(),
                                bar.close(),
                                bar.volume()));
                    }
                });
        return rows;
    }

    private static void write(Path file, List<String> rows) throws IOException {
        try (Writer writer =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            writer.write(HEADER);
            for (String row : rows) {
                writer.write('\n');
                writer.write(row);
            }
        }
    }
}
