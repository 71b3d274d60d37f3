package dev.marketlake.allinone;

import dev.marketlake.allinone.suite.DataFolder;
import dev.marketlake.allinone.suite.Ports;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command that starts a suite takes. */
final class SuiteOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where state and lake live; a folder used before is continued. Default: data/demo or data/up"
                    + " in the checkout.")
    private @Nullable Path data;

    @Option(
            names = "--ports",
            paramLabel = "CHOICE",
            defaultValue = "standard",
            description =
                    "standard: Kafka 9092 and 9093, registry 8081 and 8082, store 9000, simulator 8090, services 8101 to 8103."
                            + " free: whatever is free; see marketlake status. Default: ${DEFAULT-VALUE}.")
    private PortChoice ports = PortChoice.standard;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description =
                    "Folder of symbols.yml, topics.yml, alerts.yml and lake.yml. Default: MARKETLAKE_CONFIG, else config"
                            + " in the checkout.")
    private @Nullable Path config;

    DataFolder data(DataFolder otherwise) {
        return data == null ? otherwise : new DataFolder(data);
    }

    Ports.Choice ports() {
        return ports.choice();
    }

    Path config(Home home) {
        if (config != null) {
            return config;
        }
        var named = System.getenv("MARKETLAKE_CONFIG");
        return named == null ? home.config() : Path.of(named);
    }
}
