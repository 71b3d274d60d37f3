package dev.marketlake.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TopicsTest {
    @Test
    void the_list_holds_every_topic_that_is_declared() {
        long declared = Arrays.stream(Topics.class.getDeclaredFields())
                .filter(field -> field.getType() == Topic.class && Modifier.isPublic(field.getModifiers()))
                .count();
        assertThat(Topics.all()).hasSize((int) declared).doesNotHaveDuplicates();
    }

    @Test
    void names_and_types_are_told_apart() {
        assertThat(Topics.all())
                .extracting(Topic::name)
                .allMatch(name -> name.startsWith("market."))
                .doesNotHaveDuplicates();
        assertThat(Topics.all()).extracting(Topic::type).doesNotHaveDuplicates();
        assertThat(Topics.RAW).hasToString("market.raw");
    }
}
