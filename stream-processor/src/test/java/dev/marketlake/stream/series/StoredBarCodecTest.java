package dev.marketlake.stream.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.market.Interval;
import dev.marketlake.market.PriceBasis;
import dev.marketlake.market.Source;
import dev.marketlake.market.Symbol;
import dev.marketlake.stream.admit.SeenContent;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.observation.Place;
import dev.marketlake.stream.observation.Reason;
import dev.marketlake.stream.observation.Reasons;
import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StoredBarCodecTest {
    @Test
    void every_bar_comes_back_from_its_bytes_as_it_was() {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            StoredBar bar = bar(random);
            assertThat(StoredBarCodec.decode(StoredBarCodec.encode(bar))).isEqualTo(bar);
        }
    }

    @Test
    void the_outline_of_a_saved_bar_is_that_of_the_whole_bar() {
        Random random = new Random(6);
        for (int i = 0; i < 2_000; i++) {
            StoredBar bar = bar(random);
            byte[] saved = StoredBarCodec.encode(bar);

            assertThat(StoredBarCodec.outline(saved)).isEqualTo(Outline.of(bar));
            if (bar.contents().isEmpty()) {
                assertThatThrownBy(() -> StoredBarCodec.stated(saved)).hasMessageContaining("no content");
            } else {
                SeenContent standing = bar.standing();
                assertThat(StoredBarCodec.standing(saved)).isEqualTo(standing);
                assertThat(StoredBarCodec.stated(saved))
                        .isEqualTo(
                                new Stated(standing.content(), standing.first().observedAt()));
            }
        }
    }

    @Test
    void bytes_that_end_too_early_are_refused() {
        byte[] saved = StoredBarCodec.encode(bar(new Random(7)));
        for (int length = 0; length < saved.length; length++) {
            byte[] cut = Arrays.copyOf(saved, length);
            assertThatThrownBy(() -> StoredBarCodec.decode(cut)).isInstanceOf(BufferUnderflowException.class);
        }
    }

    @Test
    void bytes_of_another_version_are_refused_with_a_remedy() {
        byte[] bytes = StoredBarCodec.encode(StoredBar.fresh(1));
        bytes[0] = 18;

        assertThatThrownBy(() -> StoredBarCodec.decode(bytes))
                .hasMessageContaining("version 9")
                .hasMessageContaining("reset");
    }

    @Test
    void the_numbers_of_reasons_never_change() {
        assertThat(Reasons.of(Reason.FAR_FROM_MEDIAN, Reason.OFF_GRID, Reason.OUTSIDE_SESSION)
                        .bits())
                .isEqualTo(0b111L << 32);
        assertThat(Reasons.of(
                                Reason.ZERO_VOLUME,
                                Reason.ROUNDED_VOLUME,
                                Reason.ROUNDED_PRICE,
                                Reason.OUTSIDE_RANGE,
                                Reason.ZERO_DAY_FIGURE)
                        .bits())
                .isEqualTo(0b11111L << 48);
    }

    @Test
    void a_slot_names_its_series_and_repeats_after_the_span() {
        SeriesKey key = new SeriesKey(new Symbol("BRK-B"), Interval.M1, Provenance.SENT, PriceBasis.RAW);
        SlotKey slots = new SlotKey(key, 1_000);
        byte[] slot = slots.of(123_456);

        assertThat(SlotKey.series(slot)).isEqualTo(key);
        assertThat(slot).isEqualTo(slots.of(124_456));
        assertThat(slot).isNotEqualTo(slots.of(123_457));
        assertThat(slot).as("another span, the same slot").isNotEqualTo(new SlotKey(key, 2_000).of(122_456));
    }

    private static StoredBar bar(Random random) {
        List<SeenContent> contents = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            contents.add(content(random));
        }
        List<AlertMark> alerts = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            alerts.add(new AlertMark(
                    "rule-" + i, "VOLATILITY", "INFO", random.nextLong(), random.nextDouble(), random.nextDouble()));
        }
        return new StoredBar(
                random.nextLong(),
                List.copyOf(contents),
                random.nextInt(400),
                random.nextBoolean() ? Reasons.NONE : Reasons.of(Reason.OFF_GRID, Reason.ZERO_VOLUME),
                random.nextBoolean(),
                random.nextBoolean(),
                new Emission(random.nextInt(9), random.nextLong()),
                new Emission(random.nextInt(9), random.nextLong()),
                List.copyOf(alerts));
    }

    private static SeenContent content(Random random) {
        long low = 1 + random.nextInt(1_000);
        long high = low + random.nextInt(1_000);
        long volume = random.nextBoolean() ? BarContent.NO_VOLUME : random.nextInt(1_000);
        Place first = new Place(random.nextInt(1_000), "request-é-" + random.nextInt(3), random.nextInt(9));
        Place last = random.nextBoolean() ? first : new Place(first.observedAt() + 1, "later", 2);
        return new SeenContent(
                Source.values()[random.nextInt(Source.values().length)],
                new BarContent(low, high, low, high, volume),
                first,
                last,
                new Origin("topic-id", random.nextInt(4), random.nextInt(1_000_000)),
                random.nextBoolean() ? Reasons.NONE : Reasons.of(Reason.ROUNDED_PRICE));
    }
}
