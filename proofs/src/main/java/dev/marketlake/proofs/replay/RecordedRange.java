package dev.marketlake.proofs.replay;

import dev.marketlake.proofs.journey.GeneratedFolder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * A folder of recorded bars and what is in it.
 *
 * @param first first trade date
 * @param last last trade date, or a day without trade after it
 */
public record RecordedRange(Path folder, List<String> symbols, LocalDate first, LocalDate last) {
    public RecordedRange {
        symbols = List.copyOf(symbols);
    }

    /** Generates one. @param symbols 3 to 10 @param days calendar days, at least 1 */
    public static RecordedRange generated(Path folder, int symbols, int days) {
        return new RecordedRange(
                GeneratedFolder.in(folder, symbols, days),
                GeneratedFolder.symbols(symbols),
                GeneratedFolder.FIRST,
                GeneratedFolder.FIRST.plusDays(days - 1L));
    }
}
