package dev.marketlake.proofs.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.proofs.reference.CommentedYaml.Entry;
import org.junit.jupiter.api.Test;

class CommentedYamlTest {
    @Test
    void a_comment_belongs_to_the_key_after_it() {
        var yaml = new CommentedYaml("""
                # What this is,
                # in two lines.

                top:
                  # Of a section.
                  inner:
                    # Of a key.
                    first-key: ${NAME:x:y}
                    second: "off"
                  sessions: {"[1m]": 2, "[1h]": 20}
                other.name: 7
                """);

        assertThat(yaml.heading()).isEqualTo("What this is, in two lines.");
        assertThat(yaml.entries())
                .containsExactly(
                        new Entry("top", "", ""),
                        new Entry("top.inner", "", "Of a section."),
                        new Entry("top.inner.first-key", "${NAME:x:y}", "Of a key."),
                        new Entry("top.inner.second", "\"off\"", ""),
                        new Entry("top.sessions.1m", "2", ""),
                        new Entry("top.sessions.1h", "20", ""),
                        new Entry("other.name", "7", ""));
    }

    @Test
    void a_line_of_another_form_is_named() {
        assertThatThrownBy(() -> new CommentedYaml("list:\n  - one\n")).hasMessageContaining("'  - one'");
    }

    @Test
    void a_variable_is_spelt_as_spring_reads_it() {
        assertThat(SettingsPage.variable("marketlake.ingest.alpha-vantage.requests-per-day"))
                .isEqualTo("MARKETLAKE_INGEST_ALPHAVANTAGE_REQUESTSPERDAY");
    }
}
