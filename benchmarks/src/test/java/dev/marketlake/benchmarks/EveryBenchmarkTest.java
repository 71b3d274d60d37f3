package dev.marketlake.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Each benchmark runs and finds its answer right; how fast it is, is for a quiet machine to say. */
class EveryBenchmarkTest {
    @Test
    void every_benchmark_runs_once_with_every_parameter() throws RunnerException {
        var options = new OptionsBuilder()
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(10))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        assertThat(new Runner(options).run())
                .extracting(result -> result.getParams().getBenchmark().replaceAll(".*\\.(\\w+\\.\\w+)$", "$1"))
                .containsExactlyInAnyOrder(
                        "ParseBenchmark.parse",
                        "ParseBenchmark.parse",
                        "ParseBenchmark.parse",
                        "ParseBenchmark.parse",
                        "ReadingsBenchmark.all",
                        "ReadingsBenchmark.step",
                        "SeriesBenchmark.late",
                        "SeriesBenchmark.late",
                        "SeriesBenchmark.late",
                        "SeriesBenchmark.tail");
    }
}
