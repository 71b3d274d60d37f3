package dev.marketlake.stream.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.market.Source;
import dev.marketlake.stream.admit.SeenContent;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.observation.Place;
import dev.marketlake.stream.observation.Reasons;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BarFoldTest {
    @Test
    void open_of_the_first_highest_high_lowest_low_close_of_the_last_sum_of_volumes() {
        BarFold fold = fold(List.of(
                        child(10, 12, 9, 11, 5, 100), child(11, 15, 10, 14, 7, 300), child(14, 14, 8, 9, 1, 200)))
                .orElseThrow();

        assertThat(fold.content()).isEqualTo(new BarContent(10, 15, 8, 9, 13));
        assertThat(fold.childCount()).isEqualTo(3);
        assertThat(fold.observedAt()).isEqualTo(300);
    }

    @Test
    void volume_is_unknown_only_where_no_child_knows_it() {
        long none = BarContent.NO_VOLUME;

        assertThat(fold(List.of(child(1, 1, 1, 1, none, 1)))
                        .orElseThrow()
                        .content()
                        .hasVolume())
                .isFalse();
        assertThat(fold(List.of(child(1, 1, 1, 1, none, 1), child(1, 1, 1, 1, 3, 1)))
                        .orElseThrow()
                        .content()
                        .volume())
                .isEqualTo(3);
    }

    @Test
    void no_children_make_no_bar() {
        assertThat(fold(List.of())).isEmpty();
    }

    private static SeenContent child(long open, long high, long low, long close, long volume, long observedAt) {
        return SeenContent.once(
                Source.ALPHA_VANTAGE,
                new BarContent(open, high, low, close, volume),
                new Place(observedAt, "request", 0),
                new Origin("topic", 0, observedAt),
                Reasons.NONE);
    }

    private static Optional<BarFold> fold(List<SeenContent> minutes) {
        BarFold.Children children = new BarFold.Children();
        minutes.forEach(minute -> children.add(minute.content(), minute.first().observedAt()));
        return minutes.isEmpty()
                ? Optional.empty()
                : Optional.of(children.folded(minutes.getLast().origin()));
    }
}
