package dev.marketlake.allinone;

import static dev.marketlake.allinone.audit.SmallLake.ALERTS;
import static dev.marketlake.allinone.audit.SmallLake.BARS;
import static dev.marketlake.allinone.audit.SmallLake.RAW;
import static dev.marketlake.allinone.audit.SmallLake.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.allinone.audit.SmallLake;
import dev.marketlake.allinone.suite.DataFolder;
import dev.marketlake.events.RawPosition;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.Tables;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ExplainCommandTest {
    @TempDir
    static Path folder = Path.of("");

    private final StringWriter err = new StringWriter();
    private final StringWriter out = new StringWriter();

    @BeforeAll
    static void a_lake_of_one_bar() throws StoreFailure {
        try (var lake = SmallLake.of(new DataFolder(folder))) {
            lake.append(Tables.RAW_QUOTES, List.of(upTo(RAW, 0, -1, 1)), SmallLake.raw(0, 0));
            lake.append(
                    Tables.BARS,
                    List.of(upTo(BARS, 0, -1, 1)),
                    SmallLake.bar("AAPL", 0, 0, new RawPosition(RAW, 0, 0L)));
            lake.append(
                    Tables.ALERTS,
                    List.of(upTo(ALERTS, 0, -1, 1)),
                    SmallLake.alert(0, "spike|AAPL", "RETRACTED", new RawPosition(RAW, 0, 0L)));
        }
    }

    @Test
    void a_retracted_alert_is_told_with_what_it_had_been_raised_on() {
        assertThat(run("alert", "--data", folder.toString(), "spike|AAPL")).isZero();

        assertThat(out.toString())
                .contains("state: RETRACTED", "raw event " + RAW + "-0 offset 0", "payload: {\"c\":0}");
    }

    @Test
    void a_bar_as_json_holds_the_payload_it_was_made_of() {
        assertThat(run("bar", "--json", "--data", folder.toString(), "AAPL", "2019-02-15T14:30:00Z"))
                .isZero();

        var bar = JsonMapper.shared().readTree(out.toString()).get(0);
        assertThat(bar.at("/from/0/values/payload").asString()).isEqualTo("{\"c\":0}");
        assertThat(bar.at("/from/0/values/request_id").asString()).isEqualTo("request");
    }

    @Test
    void a_symbol_without_bars_is_one_line_that_says_where_to_look() {
        assertThat(run("bar", "--data", folder.toString(), "TSLA", "2019-02-15T14:30:00Z"))
                .isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString())
                .contains(
                        "there is no 1m bar of TSLA at 2019-02-15T14:30:00Z", "marketlake rejected list --symbol TSLA");
    }

    @Test
    void an_alert_id_of_none_is_one_line_that_says_how_to_list_them() {
        assertThat(run("alert", "--data", folder.toString(), "spike|TSLA")).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("there is no alert 'spike|TSLA'", "SELECT alert_id FROM gold.alerts");
    }

    @Test
    void a_time_that_is_none_is_a_usage_error_with_an_example_before_any_lake_is_looked_for() {
        assertThat(run("bar", "--data", folder.resolve("none").toString(), "AAPL", "yesterday"))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("'yesterday' is no time: write it in UTC, like 2026-06-02T13:30:00Z");
    }

    @Test
    void an_interval_that_is_none_is_a_usage_error_that_names_it() {
        assertThat(run("bar", "--interval", "7m", "AAPL", "2019-02-15T14:30:00Z"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("7m");
    }

    @Test
    void nothing_said_is_a_usage_error() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).startsWith("Say what: alert ID, or bar SYMBOL TIME.");
    }

    private int run(String... arguments) {
        var all = new String[arguments.length + 1];
        all[0] = "explain";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Marketlake.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
