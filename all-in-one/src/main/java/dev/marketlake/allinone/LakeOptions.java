package dev.marketlake.allinone;

import dev.marketlake.allinone.query.LakeAccess;
import dev.marketlake.allinone.suite.DataFolder;
import dev.marketlake.allinone.suite.RunFile;
import dev.marketlake.lake.store.StoreSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which lake a command reads. */
final class LakeOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of a suite, running or not. Default: that of the running one, else data/demo.")
    private @Nullable Path data;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description =
                    "An S3 store instead, with S3_ACCESS_KEY, S3_SECRET_KEY, S3_REGION and MARKETLAKE_BUCKET of the"
                            + " environment.")
    private @Nullable String endpoint;

    /** @throws CommandFailure where there is no such lake */
    LakeAccess open(Map<String, String> environment) {
        var home = Home.find();
        if (endpoint != null) {
            return LakeAccess.of(store(endpoint, environment), home.root().resolve(".marketlake/cache"));
        }
        var folder = home.chosen(data);
        if (!folder.exists()) {
            throw new CommandFailure("no lake in " + folder.root()
                    + ": run marketlake demo first, name a suite's folder with --data, or an S3 store with --endpoint");
        }
        return LakeAccess.of(folder);
    }

    /** The folder of a suite. @throws CommandFailure where there is none, or another store is asked for */
    DataFolder folder() {
        if (endpoint != null) {
            throw new CommandFailure(
                    "--known-at runs a job beside the suite of a folder: name it with --data, not a store with"
                            + " --endpoint");
        }
        var folder = Home.find().chosen(data);
        if (!folder.exists()) {
            throw new CommandFailure("no lake in " + folder.root()
                    + ": run marketlake demo first, or name a suite's folder with --data");
        }
        return folder;
    }

    /** The suite that runs on the folder. @throws CommandFailure where none does */
    RunFile running() {
        var folder = Home.find().chosen(data);
        return folder.running()
                .orElseThrow(() -> new CommandFailure(
                        "no suite runs on " + folder.root() + ": start one with marketlake demo or marketlake up"));
    }

    /** The folder of the YAML files that the lake's suite goes by. @param asked by the command line; null where it does not say */
    Path config(@Nullable Path asked, Map<String, String> environment) {
        if (asked != null) {
            return asked;
        }
        var home = Home.find();
        var own = environment.get("MARKETLAKE_CONFIG");
        var otherwise = own == null || own.isBlank() ? home.config() : Path.of(own);
        return endpoint == null
                ? home.chosen(data).running().map(run -> Path.of(run.config())).orElse(otherwise)
                : otherwise;
    }

    /** The same, where the command line cannot say. */
    Path config(Map<String, String> environment) {
        return config(null, environment);
    }

    /** The broker that feeds this lake; empty where none is known to run. */
    Optional<String> broker(Map<String, String> environment) {
        return endpoint == null
                ? Home.find().chosen(data).running().map(run -> run.endpoints().bootstrapServers())
                : Optional.ofNullable(environment.get("KAFKA_BOOTSTRAP_SERVERS"));
    }

    private static URI address(String endpoint) {
        try {
            return URI.create(endpoint);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("--endpoint is no address: give one like http://localhost:9000", e);
        }
    }

    private static StoreSettings store(String endpoint, Map<String, String> environment) {
        return StoreSettings.of(
                address(endpoint),
                environment.getOrDefault("S3_ACCESS_KEY", ""),
                environment.getOrDefault("S3_SECRET_KEY", ""),
                environment.getOrDefault("S3_REGION", "us-east-1"),
                environment.getOrDefault("MARKETLAKE_BUCKET", "market-lake"));
    }
}
