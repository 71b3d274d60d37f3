package dev.marketlake.allinone.suite;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.config.Watchlist;
import dev.marketlake.lake.quality.QualityFile;
import dev.marketlake.lake.table.LakeConfig;
import dev.marketlake.stream.rules.AlertsFile;
import dev.marketlake.topics.TopicSettings;
import java.nio.file.Path;

/** The configuration of a suite, read before anything starts, so that a mistake in it is told at once. */
final class ConfigFolder {
    private ConfigFolder() {}

    /** The symbols to follow. @throws SuiteFailure naming what is wrong in a file of the folder, whichever it is */
    static Watchlist read(Path folder) {
        try {
            TopicSettings.read(folder.resolve("topics.yml"));
            LakeConfig.read(folder);
            QualityFile.readIn(folder);
            Watchlist watchlist = Watchlist.read(folder.resolve("symbols.yml"));
            AlertsFile.read(folder.resolve("alerts.yml"), watchlist);
            return watchlist;
        } catch (InvalidConfig unusable) {
            throw new SuiteFailure(String.valueOf(unusable.getMessage()), unusable);
        }
    }
}
