package dev.marketlake.simulator.market;

import static dev.marketlake.simulator.market.Markets.AAPL;
import static dev.marketlake.simulator.market.Markets.synthetic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.market.StampConvention;
import dev.marketlake.market.Symbol;
import dev.marketlake.simulator.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedMarketTest {
    private static final String HEADER = "timestamp,open,high,low,close,volume\n";

    @TempDir
    Path folder;

    @Test
    void close_stamps_are_detected_from_a_bar_at_the_close_and_none_at_the_open() throws IOException {
        write("AAPL.csv", "2019-02-15 16:00:00,171,171.5,16,170.2461,5\n2019-02-15 09:31:00,1,1,1,1,9");
        Market market = read();
        assertThat(market.stampConvention()).isEqualTo(StampConvention.CLOSE);
        assertThat(market.minutes(AAPL, Instant.EPOCH, Instant.parse("2020-01-01T00:00:00Z")))
                .containsExactly(
                        new MarketBar(Instant.parse("2019-02-15T14:30:00Z"), "1", "1", "1", "1", "9"),
                        new MarketBar(Instant.parse("2019-02-15T20:59:00Z"), "171", "171.5", "16", "170.2461", "5"));
        assertThat(market.end()).contains(Instant.parse("2019-02-15T21:00:00Z"));
    }

    @Test
    void open_stamps_are_detected_from_a_bar_at_the_open_and_none_at_the_close() throws IOException {
        write("AAPL.csv", "2026-05-15 09:30:00,1,1,1,1,9\n2026-05-15 15:59:00,1,1,1,1,9\n");
        assertThat(read().stampConvention()).isEqualTo(StampConvention.OPEN);
        assertThat(read().firstMinute()).isEqualTo("2026-05-15T13:30:00Z");
    }

    @Test
    void an_early_close_has_its_last_bar_at_13_00() throws IOException {
        write("AAPL.csv", "2025-11-28 13:00:00,1,1,1,1,9\n2025-11-28 12:59:00,1,1,1,1,9");
        assertThat(read().stampConvention()).isEqualTo(StampConvention.CLOSE);
    }

    @Test
    void with_extended_hours_the_opening_auction_tells() throws IOException {
        String rest = "2020-12-18 16:00:00,1,1,1,1,900\n2020-12-18 19:00:00,1,1,1,1,9";
        write("MSFT_202012.csv", "2020-12-18 09:30:00,1,1,1,1,54795\n2020-12-18 09:31:00,1,1,1,1,6499753\n" + rest);
        assertThat(read().stampConvention()).isEqualTo(StampConvention.CLOSE);
        write("MSFT_202012.csv", "2020-12-18 09:30:00,1,1,1,1,6499753\n2020-12-18 09:31:00,1,1,1,1,54795\n" + rest);
        assertThat(read().stampConvention()).isEqualTo(StampConvention.OPEN);
    }

    @Test
    void data_that_do_not_tell_need_the_setting() throws IOException {
        write("AAPL.csv", "2019-02-15 12:00:00,1,1,1,1,9");
        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidConfig.class)
                .hasMessageContaining("set recorded.stamp to OPEN or CLOSE");
        Market market = RecordedMarket.read(folder, Optional.of(StampConvention.OPEN));
        assertThat(market.firstMinute()).isEqualTo("2019-02-15T17:00:00Z");
    }

    @Test
    void files_that_contradict_each_other_need_the_setting() throws IOException {
        write("AAPL.csv", "2019-02-15 16:00:00,1,1,1,1,5");
        write("MSFT.csv", "2019-02-15 09:30:00,1,1,1,1,5");
        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidConfig.class)
                .hasMessageContainingAll(
                        "AAPL.csv looks stamped at the close", "MSFT.csv at the open", "set recorded.stamp");
    }

    @Test
    void files_of_one_symbol_are_joined() throws IOException {
        write("AAPL_201902.csv", "2019-02-15 16:00:00,1,1,1,1,5");
        write("AAPL.201903.csv", "2019-03-01 16:00:00,2,2,2,2,5");
        assertThat(read().minutes(AAPL, Instant.EPOCH, Instant.parse("2020-01-01T00:00:00Z")))
                .hasSize(2);
        assertThat(read().symbols()).containsExactly(AAPL);
    }

    @Test
    void what_cannot_be_read_names_file_line_and_remedy() throws IOException {
        assertThatThrownBy(this::read).hasMessageContainingAll(folder.toString(), "holds no *.csv");
        assertThatThrownBy(() -> RecordedMarket.read(folder.resolve("nowhere"), Optional.empty()))
                .isInstanceOf(InvalidConfig.class)
                .hasMessageContainingAll("nowhere", "cannot be read");
        refused("2019-02-15 16:00:00,1,1,1,1,5\n2019-02-15 15:59:00,1,1,x,1,5", "AAPL.csv line 3", "'x'");
        refused(
                "2019-02-15 16:00:00,1,1,1,1,5\n2019-02-15T15:59:00,1,1,1,1,5",
                "AAPL.csv line 3",
                "like 2019-02-15 16:00:00");
        refused("2019-02-30 16:00:00,1,1,1,1,5", "AAPL.csv line 2", "2019-02-30");
        refused("2019-02-15 16:00:00,1,1,1,5", "AAPL.csv line 2", "5 columns");
        refused("2019-02-15 16:00:00,1,1,1,1,", "AAPL.csv line 2", "''");
        refused("2019-02-15 16:00:00,1,1,1,1,5\n2019-02-15 16:00:00,1,1,1,1,5", "AAPL.csv line 3", "repeats", "line 2");
        refused("2019-03-10 02:30:00,1,1,1,1,5\n2019-02-15 16:00:00,1,1,1,1,5", "AAPL.csv line 2", "change of clocks");
        refused("", "AAPL.csv", "no rows");
        Files.writeString(folder.resolve("AAPL.csv"), "a,b\n");
        assertThatThrownBy(this::read)
                .hasMessageContainingAll("AAPL.csv line 1", "timestamp,open,high,low,close,volume");
        Files.delete(folder.resolve("AAPL.csv"));
        write("-x.csv", "2019-02-15 16:00:00,1,1,1,1,5");
        assertThatThrownBy(this::read).hasMessageContainingAll("-x.csv", "does not begin with a symbol");
    }

    @Test
    void an_export_is_read_back_as_the_same_minutes() throws IOException {
        Market market = synthetic(3);
        LocalDate from = LocalDate.of(2026, 11, 23);
        LocalDate to = LocalDate.of(2026, 11, 27);
        CsvExport.write(market, market.symbols(), from, to, folder);
        Market replayed = read();
        assertThat(replayed.stampConvention()).isEqualTo(StampConvention.CLOSE);
        for (Symbol symbol : market.symbols()) {
            List<MarketBar> regular = from.datesUntil(to.plusDays(1))
                    .flatMap(date -> Markets.NYSE.day(date).stream())
                    .flatMap(day -> market.minutes(symbol, day.regularOpen(), day.regularClose()).stream())
                    .toList();
            assertThat(replayed.minutes(symbol, Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z")))
                    .isEqualTo(regular);
        }
    }

    @Test
    void an_export_has_the_recorded_form() throws IOException {
        Market market = synthetic(3);
        CsvExport.write(market, List.of(AAPL), LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 23), folder);
        try (var zipped = new java.util.zip.GZIPInputStream(Files.newInputStream(folder.resolve("AAPL.csv.gz")))) {
            List<String> lines = new String(zipped.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(lines).hasSize(391);
            assertThat(lines.get(0)).isEqualTo("datetime,open,high,low,close,volume");
            assertThat(lines.get(1)).startsWith("2026-11-23 16:00:00,");
            assertThat(lines.get(390)).startsWith("2026-11-23 09:31:00,");
        }
    }

    @Test
    void a_symbol_that_a_file_name_would_cut_is_not_exported() {
        Symbol dotted = new Symbol("BRK.B");
        Market market = new SyntheticMarket(SyntheticSettings.of(1, java.util.Map.of(dotted, Liquidity.LIQUID)));
        LocalDate date = LocalDate.of(2026, 11, 23);
        assertThatThrownBy(() -> CsvExport.write(market, List.of(dotted), date, date, folder))
                .hasMessageContaining("BRK.B cannot be exported");
    }

    @Test
    void the_recorded_weeks_of_2019_and_2020_are_stamped_at_the_close() {
        Market week = RecordedMarket.read(SharedData.need("market/av_201902_1min"), Optional.empty());
        assertThat(week.stampConvention()).isEqualTo(StampConvention.CLOSE);
        assertThat(week.symbols()).hasSize(16);
        Market extended = RecordedMarket.read(SharedData.need("market/av_1m_extended"), Optional.empty());
        assertThat(extended.stampConvention()).isEqualTo(StampConvention.CLOSE);
    }

    private void refused(String rows, String... parts) throws IOException {
        write("AAPL.csv", rows);
        assertThatThrownBy(this::read).isInstanceOf(InvalidConfig.class).hasMessageContainingAll(parts);
    }

    private void write(String name, String rows) throws IOException {
        Files.writeString(folder.resolve(name), HEADER + rows);
    }

    private Market read() {
        return RecordedMarket.read(folder, Optional.empty());
    }
}
