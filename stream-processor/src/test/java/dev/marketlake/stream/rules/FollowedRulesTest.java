package dev.marketlake.stream.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.config.Watchlist;
import dev.marketlake.stream.judge.AlertRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowedRulesTest {
    private static final String SPIKE =
            "rules: [{name: spike, kind: VOLUME_SPIKE, interval: 1m, severity: INFO, ratio: 4.0}]\n";
    private static final String LOUDER = SPIKE.replace("INFO", "CRITICAL");

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("alerts.yml"), SPIKE);
    }

    @Test
    void a_new_text_takes_effect_once_two_looks_have_found_it() throws IOException {
        FollowedRules rules = follow();
        AlertRules before = rules.get();
        rules.look();
        assertThat(rules.get()).isSameAs(before);

        Files.writeString(file, LOUDER);
        rules.look();
        assertThat(rules.get()).isSameAs(before);
        rules.look();

        assertThat(rules.get()).isEqualTo(AlertsFile.read(file, Watchlist.of("AAPL")));
        assertThat(rules.get().version()).isNotEqualTo(before.version());
        assertThat(rules.told()).isEqualTo("1 in force, version " + rules.get().version());
    }

    @Test
    void a_file_half_written_is_waited_for() throws IOException {
        FollowedRules rules = follow();
        AlertRules before = rules.get();

        Files.writeString(file, "rules: []\n");
        rules.look();
        Files.writeString(file, LOUDER);
        rules.look();
        assertThat(rules.get()).isSameAs(before);
        rules.look();

        assertThat(rules.get().rules()).hasSize(1);
    }

    @Test
    void a_mistake_is_told_and_the_rules_before_stay_until_it_is_mended() throws IOException {
        FollowedRules rules = follow();
        AlertRules before = rules.get();

        Files.writeString(file, SPIKE.replace("4.0", "plenty"));
        settle(rules);
        assertThat(rules.get()).isSameAs(before);
        assertThat(rules.told())
                .startsWith("refused: " + file + " line 1, column ")
                .contains("ratio 'plenty' is not a number")
                .endsWith("; 1 in force, version " + before.version());

        Files.writeString(file, LOUDER);
        settle(rules);
        assertThat(rules.get()).isNotEqualTo(before);
        assertThat(rules.told()).doesNotContain("refused");
    }

    @Test
    void a_mistake_taken_back_leaves_everything_as_it_was() throws IOException {
        FollowedRules rules = follow();
        AlertRules before = rules.get();

        Files.writeString(file, "rules: 7");
        settle(rules);
        Files.writeString(file, SPIKE);
        settle(rules);

        assertThat(rules.get()).as("nothing to judge again").isSameAs(before);
        assertThat(rules.told()).doesNotContain("refused");
    }

    @Test
    void a_file_that_is_gone_for_a_moment_is_nothing_and_one_that_stays_away_is_told() throws IOException {
        FollowedRules rules = follow();
        AlertRules before = rules.get();

        Files.delete(file);
        rules.look();
        assertThat(rules.told()).doesNotContain("refused");
        rules.look();
        assertThat(rules.get()).isSameAs(before);
        assertThat(rules.told()).contains("refused: " + file + " does not exist");

        Files.writeString(file, LOUDER);
        settle(rules);
        assertThat(rules.get()).isNotEqualTo(before);
    }

    @Test
    void a_file_replaced_within_one_tick_of_the_file_systems_clock_is_seen() throws IOException {
        FollowedRules rules = follow();
        FileTime stamp = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        Files.setLastModifiedTime(file, stamp);
        settle(rules);
        AlertRules before = rules.get();

        Path fresh = Files.writeString(folder.resolve(".alerts.yml.swp"), SPIKE.replace("4.0", "5.0"));
        Files.setLastModifiedTime(fresh, stamp);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        settle(rules);

        assertThat(rules.get()).isNotEqualTo(before);
    }

    @Test
    void a_swapped_symbolic_link_is_followed() throws IOException {
        Path first = Files.createDirectory(folder.resolve("..2026_01"));
        Path second = Files.createDirectory(folder.resolve("..2026_02"));
        Files.writeString(first.resolve("alerts.yml"), SPIKE);
        Files.writeString(second.resolve("alerts.yml"), LOUDER);
        Path data = Files.createSymbolicLink(folder.resolve("..data"), first);
        Path link = Files.createSymbolicLink(folder.resolve("mounted.yml"), data.resolve("alerts.yml"));
        FollowedRules rules = new FollowedRules(link, Watchlist.of("AAPL"));
        AlertRules before = rules.get();

        Files.move(
                Files.createSymbolicLink(folder.resolve("..data_tmp"), second),
                data,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        settle(rules);

        assertThat(rules.get()).isNotEqualTo(before);
    }

    @Test
    void a_start_with_a_mistake_is_refused() throws IOException {
        Files.writeString(file, "rules: 7");

        assertThatThrownBy(this::follow).isInstanceOf(InvalidConfig.class).hasMessageContaining("alerts.yml line 1");
    }

    private FollowedRules follow() {
        return new FollowedRules(file, Watchlist.of("AAPL"));
    }

    private static void settle(FollowedRules rules) {
        rules.look();
        rules.look();
    }
}
