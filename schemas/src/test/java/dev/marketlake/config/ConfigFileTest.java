package dev.marketlake.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {
    private enum Colour {
        RED,
        GREEN
    }

    private record Paint(
            @JsonProperty("colour") Colour colour,
            @JsonProperty("coats") int coats,
            @JsonProperty("drying") Duration drying) {}

    private record Shop(@JsonProperty("paint") Paint paint) {}

    @TempDir
    Path folder;

    @Test
    void a_good_file_becomes_its_record() throws IOException {
        assertThat(read("paint: {colour: RED, coats: 2, drying: PT5M}"))
                .isEqualTo(new Shop(new Paint(Colour.RED, 2, Duration.ofMinutes(5))));
    }

    @Test
    void a_missing_file_is_named_with_the_setting_that_finds_it() {
        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() -> ConfigFile.read(folder.resolve("no.yml"), Shop.class))
                .withMessageContaining("no.yml does not exist")
                .withMessageContaining("MARKETLAKE_CONFIG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# only a comment\n", "---\n"})
    void an_empty_file_is_called_empty(String yaml) {
        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() -> read(yaml))
                .withMessageContaining("shop.yml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{colour: BLUE, coats: 2, drying: PT5M} | shop.yml line 2, paint.colour: 'BLUE' is not one of [RED, GREEN]",
                "{color: RED, coats: 2, drying: PT5M}   | shop.yml line 2, paint.color: 'color' is not known here: use one of [colour, coats, drying]",
                "{colour: RED, coats: 2, drying: 5}     | shop.yml line 2, paint.drying: '5' is not a duration: write P7D",
                "{colour: RED, coats: 2, drying: 5 min} | shop.yml line 2, paint.drying: '5 min' is not a duration: write P7D",
                "{colour: RED, coats: two, drying: P1D} | shop.yml line 2, paint.coats: 'two' is not a number",
                "{colour: RED, drying: P1D}             | shop.yml line 2, paint.coats: ",
                "{colour: RED, coats: 1, coats: 2}      | shop.yml line 2, paint: ",
                "[RED, 2]                               | shop.yml line 2, paint: ",
                "{colour: RED                           | shop.yml line ",
            })
    void a_mistake_is_told_with_file_line_place_and_remedy(String paint, String message) {
        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() -> read("# paint\npaint: " + paint))
                .withMessageContaining(message);
    }

    @Test
    void a_key_given_twice_is_refused_instead_of_the_last_one_winning() {
        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() -> read(
                        "paint: {colour: RED, coats: 1, drying: P1D}\npaint: {colour: RED, coats: 2, drying: P1D}"))
                .withMessageContaining("paint");
    }

    @Test
    void a_second_document_is_refused_instead_of_ignored() {
        assertThatExceptionOfType(InvalidConfig.class)
                .isThrownBy(() -> read("paint: {colour: RED, coats: 1, drying: P1D}\n---\npaint: {}"));
    }

    private Shop read(String yaml) throws IOException {
        return ConfigFile.read(Files.writeString(folder.resolve("shop.yml"), yaml), Shop.class);
    }
}
