package dev.marketlake.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketlakeTest {
    @TempDir
    Path folder = Path.of("");

    private final StringWriter err = new StringWriter();
    private final StringWriter out = new StringWriter();

    @Test
    void help_names_every_command() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("demo", "up", "query", "tables", "status", "ledger", "rejected");
    }

    @Test
    void no_command_is_a_usage_error() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).startsWith("Name a command.");
    }

    @Test
    void an_unknown_word_for_ports_is_a_usage_error_that_names_the_known_ones() {
        assertThat(run("demo", "--ports", "some")).isEqualTo(2);
        assertThat(err.toString()).contains("'--ports'", "standard", "free");
    }

    @Test
    void waiting_for_the_end_of_endless_polling_is_a_usage_error() {
        assertThat(run("up", "--until-drained", "--rounds", "0")).isEqualTo(2);
        assertThat(err.toString()).startsWith("--until-drained needs an end of polling: give --rounds 1 or more");
    }

    @Test
    void negative_rounds_are_a_usage_error() {
        assertThat(run("up", "--rounds=-1")).isEqualTo(2);
        assertThat(err.toString()).startsWith("--rounds must be 0 (for ever) or more, not -1");
    }

    @Test
    void a_query_takes_one_form_of_output() {
        assertThat(run("query", "--csv", "--json", "select 1")).isEqualTo(2);
    }

    @Test
    void status_of_a_folder_where_nothing_runs_is_one_line_and_exit_code_1() {
        assertThat(run("status", "--data", folder.toString())).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("status: no suite runs on " + folder.toAbsolutePath()
                        + ": start one with marketlake demo or marketlake up");
    }

    @Test
    void tables_of_a_folder_that_never_held_a_suite_is_one_line_and_exit_code_1() {
        assertThat(run("tables", "--data", folder.toString())).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains(folder.toString(), "--data", "--endpoint");
    }

    @Test
    void a_recorded_folder_that_is_not_there_is_one_line_and_exit_code_1() {
        var missing = folder.resolve("none");
        assertThat(run("up", "--recorded", missing.toString(), "--ports", "free", "--data", folder.toString()))
                .isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains(missing.toString(), "give a folder of CSV files");
    }

    @Test
    void a_resubmission_of_nothing_in_particular_is_a_usage_error() {
        assertThat(run("rejected", "resubmit")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("Name positions, or a filter (--reason, --symbol, --since), and not both.");
        assertThat(run("rejected", "resubmit", "market.raw-0-1", "--symbol", "AAPL"))
                .isEqualTo(2);
    }

    @Test
    void a_filter_that_cannot_be_meant_is_a_usage_error_that_says_what_can() {
        assertThat(run("rejected", "list", "--reason", "BAD")).isEqualTo(2);
        assertThat(run("rejected", "list", "--since", "yesterday")).isEqualTo(2);
        assertThat(run("rejected", "list", "--symbol", "no such")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--reason BAD is none: use one of AMBIGUOUS_TIME, BAD_TIME")
                .contains("--since yesterday is no time: use 2026-06-02T13:30:00Z")
                .contains("--symbol 'no such' is no symbol");
    }

    @Test
    void the_ledger_of_a_folder_where_nothing_runs_is_one_line_and_exit_code_1() {
        assertThat(run("ledger", "--data", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith("ledger: no suite runs on ");
    }

    private int run(String... arguments) {
        return Marketlake.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
