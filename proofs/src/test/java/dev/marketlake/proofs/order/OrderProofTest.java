package dev.marketlake.proofs.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.proofs.claim.ProofFailed;
import dev.marketlake.proofs.readme.CommandLineProgram;
import dev.marketlake.stream.law.OrderLaw.Trial;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderProofTest {
    private static final LongFunction<Optional<String>> CAUGHT = seed -> Optional.of("bars [AAPL]");

    @TempDir
    Path folder = Path.of("");

    @Test
    void the_command_proves_some_seeds_and_its_control_on_the_built_stream_processor() throws Exception {
        var log = folder.resolve("order.log");
        try (var command = CommandLineProgram.start(log, List.of("prove", "order", "--seeds", "20"))) {
            assertThat(command.exitCode()).as(command.output()).isZero();
            assertThat(command.output())
                    .contains("the control with a stream-time window failed on seed 1, as it must")
                    .contains("order holds: 20 of 20 seeds");
        }
    }

    @Test
    void a_seed_that_fails_is_told_with_both_sides_and_how_to_try_it_alone() {
        var proof = proof(
                seed -> seed % 7 == 0
                        ? trial(seed, "bars [AAPL]\n    sorted input: a\n    this arrival: b")
                        : trial(seed, null),
                CAUGHT);

        assertThatThrownBy(() -> proof.prove(1_000))
                .isInstanceOf(ProofFailed.class)
                .hasMessageContainingAll(
                        "seed 7 ", "sorted input: a", "this arrival: b", "./marketlake prove order --seed 7");
        assertThatThrownBy(() -> proof.proveSeed(14)).hasMessageContaining("--seed 14");
        assertThat(proof.proveSeed(1)).startsWith("order holds on seed 1");
    }

    @Test
    void a_control_that_passes_fails_the_proof() {
        var proof = proof(seed -> trial(seed, null), seed -> Optional.empty());

        assertThatThrownBy(() -> proof.prove(5))
                .isInstanceOf(ProofFailed.class)
                .hasMessageContaining("passed all 5 seeds");
    }

    @Test
    void every_seed_is_tried_once_and_the_figures_are_sums() {
        var figures = proof(seed -> trial(seed, null), seed -> seed < 3 ? Optional.empty() : Optional.of("bars"))
                .prove(500);

        assertThat(figures.seeds()).isEqualTo(500);
        assertThat(figures.events()).isEqualTo(500L * 501 / 2);
        assertThat(figures.controlSeed()).isEqualTo(3);
        assertThat(figures.json()).contains("\"controlFailedOnSeed\" : 3");
    }

    @Test
    void a_law_that_cannot_be_tried_is_no_proof() {
        var proof = proof(
                seed -> {
                    throw new IllegalStateException("no topology");
                },
                CAUGHT);

        assertThatThrownBy(() -> proof.prove(5)).isInstanceOf(ProofFailed.class).hasMessageContaining("no topology");
    }

    private static OrderProof proof(LongFunction<Trial> law, LongFunction<Optional<String>> control) {
        return new OrderProof(law, control, 2, Clock.systemUTC(), line -> {});
    }

    /** With as many events as its number. */
    private static Trial trial(long seed, @Nullable String difference) {
        return new Trial(seed, (int) seed, 2, 3, List.of("PRICE_MOVE"), Optional.ofNullable(difference));
    }
}
