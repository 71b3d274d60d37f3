package dev.marketlake.stream.admit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.market.Source;
import dev.marketlake.stream.admit.Admission.Accepted;
import dev.marketlake.stream.admit.Admission.Duplicate;
import dev.marketlake.stream.admit.Admission.Revised;
import dev.marketlake.stream.admit.Admission.Superseded;
import dev.marketlake.stream.observation.BarContent;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.observation.Place;
import dev.marketlake.stream.observation.Reasons;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdmittingTest {
    @Test
    void a_new_identity_is_accepted() {
        assertThat(admit(List.of(), said("A", 1))).isInstanceOf(Accepted.class);
    }

    @Test
    void what_equals_the_standing_content_is_a_duplicate() {
        Admission again = admit(List.of(said("A", 1)), said("A", 2));

        assertThat(again).isInstanceOf(Duplicate.class);
        assertThat(again.contents())
                .containsExactly(
                        new SeenContent(Source.YAHOO, content("A"), place(1), place(2), origin(1), Reasons.NONE));
    }

    @Test
    void a_later_other_content_revises() {
        Admission other = admit(List.of(said("A", 1)), said("B", 2));

        assertThat(other).isInstanceOf(Revised.class);
        assertThat(other.contents().getFirst().content()).isEqualTo(content("B"));
    }

    @Test
    void an_earlier_other_content_is_superseded() {
        Admission other = admit(List.of(said("A", 2)), said("B", 1));

        assertThat(other).isInstanceOf(Superseded.class);
        assertThat(other.contents().getFirst().content()).isEqualTo(content("A"));
    }

    @Test
    void a_content_said_again_last_stands_since_it_was_first_said() {
        List<SeenContent> contents = List.of();
        for (SeenContent one : List.of(said("A", 1), said("B", 2), said("A", 3))) {
            contents = admit(contents, one).contents();
        }

        assertThat(contents.getFirst())
                .isEqualTo(new SeenContent(Source.YAHOO, content("A"), place(1), place(3), origin(1), Reasons.NONE));
    }

    @Test
    void what_changes_nothing_returns_the_very_same_list() {
        List<SeenContent> known = admit(List.of(said("A", 1)), said("A", 5)).contents();

        assertThat(admit(known, said("A", 3)).contents()).isSameAs(known);
    }

    @Test
    void the_order_is_by_observation_then_request_then_sequence() {
        assertThat(new Place(1, "b", 9)).isLessThan(new Place(2, "a", 0));
        assertThat(new Place(1, "a", 9)).isLessThan(new Place(1, "b", 0));
        assertThat(new Place(1, "a", 1)).isLessThan(new Place(1, "a", 2));
    }

    @Test
    void any_order_of_arrival_ends_with_the_same_standing_content_first_and_last() {
        Random random = new Random(11);
        for (int round = 0; round < 500; round++) {
            List<SeenContent> arrivals = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                arrivals.add(said("ABC".substring(random.nextInt(3)).substring(0, 1), random.nextInt(6)));
            }
            SeenContent sorted = standing(arrivals);
            Collections.shuffle(arrivals, random);
            SeenContent shuffled = standing(arrivals);

            assertThat(shuffled.content()).isEqualTo(sorted.content());
            assertThat(shuffled.first()).isEqualTo(sorted.first());
            assertThat(shuffled.last()).isEqualTo(sorted.last());
        }
    }

    private static SeenContent standing(List<SeenContent> arrivals) {
        List<SeenContent> contents = List.of();
        for (SeenContent arrival : arrivals) {
            contents = admit(contents, arrival).contents();
        }
        return contents.getFirst();
    }

    @Test
    void the_best_source_stands_whoever_spoke_first_or_last_and_each_source_has_its_own_dispositions() {
        SeenContent polygon = SeenContent.once(Source.POLYGON, content("B"), place(1), origin(1), Reasons.NONE);
        SeenContent polygonAgain = SeenContent.once(Source.POLYGON, content("B"), place(7), origin(7), Reasons.NONE);
        SeenContent polygonLater = SeenContent.once(Source.POLYGON, content("C"), place(8), origin(8), Reasons.NONE);
        Admission second = admit(List.of(said("A", 5)), polygon);
        assertThat(second).isInstanceOf(Accepted.class);
        assertThat(second.contents().getFirst()).isEqualTo(polygon);
        Admission yahoosNext = admit(second.contents(), said("D", 9));
        assertThat(yahoosNext).isInstanceOf(Revised.class);
        assertThat(yahoosNext.contents().getFirst()).isEqualTo(polygon);
        assertThat(admit(yahoosNext.contents(), said("A", 2)))
                .isInstanceOf(Superseded.class)
                .satisfies(superseded ->
                        assertThat(superseded.contents().getFirst()).isEqualTo(polygon));
        assertThat(admit(yahoosNext.contents(), polygonAgain)).isInstanceOf(Duplicate.class);
        assertThat(admit(yahoosNext.contents(), polygonLater).contents().getFirst())
                .isEqualTo(polygonLater);
        assertThat(admit(yahoosNext.contents(), polygon).contents()).isSameAs(yahoosNext.contents());
    }

    @Test
    void what_stands_among_several_sources_does_not_depend_on_order() {
        List<SeenContent> said = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Source source =
                    List.of(Source.POLYGON, Source.YAHOO, Source.SIMULATOR).get(i % 3);
            String what = List.of("A", "B", "C").get(i * 7 % 5 % 3);
            said.add(SeenContent.once(source, content(what), place(i), origin(i), Reasons.NONE));
        }
        Set<Set<SeenContent>> known = new HashSet<>();
        Set<SeenContent> standing = new HashSet<>();
        for (int seed = 0; seed < 200; seed++) {
            Collections.shuffle(said, new Random(seed));
            List<SeenContent> contents = List.of();
            for (SeenContent one : said) {
                contents = admit(contents, one).contents();
            }
            known.add(Set.copyOf(contents));
            standing.add(contents.getFirst());
        }
        assertThat(known).hasSize(1);
        assertThat(standing).singleElement().extracting(SeenContent::source).isEqualTo(Source.POLYGON);
    }

    private static Admission admit(List<SeenContent> known, SeenContent arrival) {
        return Admitting.admit(known, arrival, new SourcePriority(List.of(Source.POLYGON, Source.YAHOO)));
    }

    private static SeenContent said(String what, long at) {
        return SeenContent.once(Source.YAHOO, content(what), place(at), origin(at), Reasons.NONE);
    }

    private static BarContent content(String what) {
        long price = 100 + what.charAt(0);
        return new BarContent(price, price, price, price, 10);
    }

    private static Place place(long at) {
        return new Place(at, "request", 0);
    }

    private static Origin origin(long offset) {
        return new Origin("topic", 0, offset);
    }
}
