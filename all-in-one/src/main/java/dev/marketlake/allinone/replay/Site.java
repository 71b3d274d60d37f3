package dev.marketlake.allinone.replay;

import dev.marketlake.allinone.suite.DataFolder;
import dev.marketlake.allinone.suite.Endpoints;
import java.nio.file.Path;

/**
 * The suite that jobs run beside.
 *
 * @param home the checkout with the built programs
 * @param config folder of the YAML files it goes by
 */
public record Site(Path home, DataFolder data, Endpoints endpoints, Path config) {
    JobClients clients() {
        return new JobClients(endpoints.bootstrapServers(), endpoints.registryUrl());
    }
}
