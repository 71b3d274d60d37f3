package dev.marketlake.proofs.journey;

import dev.marketlake.allinone.query.Lake;
import dev.marketlake.lake.quality.QualityFile;
import dev.marketlake.proofs.claim.Differences;
import java.nio.file.Path;
import java.util.Optional;

/** The shipped quality checks on what the journey has landed: none fails but one that may, of the age of the data. */
final class QualityCheck {
    private QualityCheck() {}

    /** Returns the number of checks that passed. @throws dev.marketlake.proofs.claim.ProofFailed with those that fail */
    static long run(Path config, Lake lake) {
        var verdicts = lake.check(QualityFile.readIn(config), Optional.empty());
        var differences = new Differences();
        verdicts.stream()
                .filter(one -> one.failed() && !one.check().startsWith("freshness"))
                .forEach(one -> differences.add(one.table() + ": " + one.check() + ": " + one.message()));
        differences.requireNone("config/quality.yml");
        return verdicts.stream().filter(one -> one.outcome().equals("PASSED")).count();
    }
}
