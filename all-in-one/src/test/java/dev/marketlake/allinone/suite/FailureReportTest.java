package dev.marketlake.allinone.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureReportTest {
    @Test
    void description_and_action_become_two_sentences() {
        var log = """
                2026-11-20 12:00:00 INFO something
                ***************************
                APPLICATION FAILED TO START
                ***************************

                Description:

                ALPHA_VANTAGE_API_KEY is not set

                Action:

                Set it to your key,
                or set ALPHA_VANTAGE_API_KEY_FILE to a file that holds it.

                """;
        assertThat(FailureReport.in(log))
                .contains("ALPHA_VANTAGE_API_KEY is not set. Set it to your key, or set ALPHA_VANTAGE_API_KEY_FILE"
                        + " to a file that holds it.");
    }

    @Test
    void a_log_without_a_report_says_nothing() {
        assertThat(FailureReport.in("Exception in thread \"main\"")).isEmpty();
    }
}
