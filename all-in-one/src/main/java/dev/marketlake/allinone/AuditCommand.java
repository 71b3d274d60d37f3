package dev.marketlake.allinone;

import dev.marketlake.allinone.audit.Audit;
import dev.marketlake.allinone.audit.BrokerEvidence;
import dev.marketlake.allinone.audit.Certificate;
import dev.marketlake.allinone.audit.Evidence;
import dev.marketlake.allinone.query.AlignedTable;
import dev.marketlake.lake.table.LakeConfig;
import dev.marketlake.lake.table.Tables;
import dev.marketlake.topics.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "audit",
        description = {
            "Proves from logs and rows that the lake holds every raw record once, with nothing missing or astray.",
            "Each raw offset up to the watermark is in Bronze once, each key has one row, the raw record behind each row is in Bronze,",
            "every live file is in the store, and nothing there that no version knows. Exit code 0 only if all of it holds."
        },
        footer =
                "While the suite runs, or with KAFKA_BOOTSTRAP_SERVERS beside --endpoint, Kafka is asked about offsets without a row.",
        mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LakeOptions options = new LakeOptions();

    @Option(
            names = "--grace",
            paramLabel = "TIME",
            defaultValue = "PT24H",
            description =
                    "Objects of no version that are younger may belong to a commit under way. Default: ${DEFAULT-VALUE}.")
    private Duration grace = Duration.ofHours(24);

    @Option(names = "--json", description = "For machines.")
    private boolean json;

    @Override
    public Integer call() {
        var environment = System.getenv();
        var skipTo = LakeConfig.read(options.config(environment)).skipTo(Tables.RAW_QUOTES);
        try (var access = options.open(environment);
                var evidence = options.broker(environment)
                        .<Evidence>map(servers -> BrokerEvidence.of(servers, Topics.RAW.name()))
                        .orElse(Evidence.NONE);
                var spill = Spill.make()) {
            var certificate = new Audit(access.lake(), evidence, skipTo, grace)
                    .certificate(Clock.systemUTC().instant(), spill.folder());
            if (certificate.tables().isEmpty()) {
                throw new CommandFailure("there is no table in this lake: let the suite run until it has made them");
            }
            print(certificate, spec.commandLine().getOut());
            return certificate.holds() ? 0 : 1;
        }
    }

    private void print(Certificate certificate, PrintWriter out) {
        if (json) {
            out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(certificate));
        } else {
            sources(certificate, out);
            tables(certificate, out);
            certificate.notes().forEach(note -> out.println("note: " + note));
            certificate.differences().forEach(difference -> out.println("differs: " + difference));
            out.println(verdict(certificate));
        }
        out.flush();
    }

    private static void sources(Certificate certificate, PrintWriter out) {
        var table = new AlignedTable(out);
        table.begin(List.of("raw topic id", "partition", "first", "watermark", "rows", "no record"));
        certificate
                .sources()
                .forEach(one -> table.row(Arrays.asList(
                        one.topicId(), one.partition(), one.first(), one.watermark(), one.rows(), one.between())));
        table.end();
    }

    private static void tables(Certificate certificate, PrintWriter out) {
        var table = new AlignedTable(out);
        table.begin(List.of("table", "version", "rows", "files", "bytes", "older files", "ahead", "content"));
        certificate
                .tables()
                .forEach(one -> table.row(Arrays.asList(
                        one.table(),
                        one.version(),
                        one.rows(),
                        one.files(),
                        one.bytes(),
                        one.older(),
                        one.ahead(),
                        one.content())));
        table.end();
    }

    private static String verdict(Certificate certificate) {
        long rows = certificate.tables().stream()
                .mapToLong(Certificate.TableLine::rows)
                .sum();
        return certificate.holds()
                ? String.format(
                        Locale.ROOT,
                        "holds at %s: %,d rows in %d tables",
                        certificate.at(),
                        rows,
                        certificate.tables().size())
                : "does not hold at " + certificate.at() + ": "
                        + certificate.differences().size() + " of its checks differ";
    }

    /** A folder of the machine for what does not fit into memory, gone with the audit. */
    private record Spill(Path folder) implements AutoCloseable {
        static Spill make() {
            try {
                return new Spill(Files.createTempDirectory("marketlake-audit"));
            } catch (IOException e) {
                throw new UncheckedIOException("no folder for what does not fit into memory", e);
            }
        }

        @Override
        public void close() {
            try (var left = Files.list(folder)) {
                for (var file : left.toList()) {
                    Files.deleteIfExists(file);
                }
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot remove " + folder, e);
            }
        }
    }
}
