package dev.marketlake.allinone.rejected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawPlaceTest {
    private static final String ID = "-FfWVhzPSd-XPuHVCN0-q-1";
    private static final RawPlace.Naming NAMING = new RawPlace.Naming("market.raw", ID);

    @Test
    void the_name_of_the_topic_stands_for_the_id_it_has_now() {
        var place = NAMING.place("market.raw-2-1234");
        assertThat(place).isEqualTo(new RawPlace(ID, 2, 1234));
        assertThat(NAMING.name(place)).isEqualTo("market.raw-2-1234");
    }

    @Test
    void an_id_may_hold_hyphens_and_figures_and_a_former_one_stays_as_it_is() {
        assertThat(NAMING.place(ID + "-2-1234")).isEqualTo(new RawPlace(ID, 2, 1234));
        var former = NAMING.place("u1X-3-4-5-6");
        assertThat(former).isEqualTo(new RawPlace("u1X-3-4", 5, 6));
        assertThat(NAMING.name(former)).isEqualTo("u1X-3-4-5-6").isEqualTo(former.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "market.raw", "market.raw-2", "market.raw-2-x", "market.raw-2-9999999999999999999"})
    void what_names_no_place_is_refused_with_an_example(String text) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> NAMING.place(text))
                .withMessage(
                        "'" + text + "' names no raw record: give TOPIC-PARTITION-OFFSET, such as market.raw-2-1234");
    }
}
