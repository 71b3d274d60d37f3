package dev.marketlake.lake.quality;

import dev.marketlake.config.FollowedFile;
import dev.marketlake.config.InvalidConfig;
import dev.marketlake.lake.content.Contents;
import dev.marketlake.lake.content.LakeContents;
import dev.marketlake.lake.delta.DeltaLake;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.table.LakeConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The parts that watch over the tables of a running sink: what is expected, who looks, and what holds commits back. */
public final class QualityWatch {
    private final Optional<FollowedFile<QualityConfig>> file;
    private final Contents contents;
    private final Results results;
    private final InstantSource clock;
    private final QualityGate gate;

    /**
     * Reads config/quality.yml; where there is none, nothing is expected.
     *
     * @param folder of the YAML files
     * @throws InvalidConfig telling every mistake in it
     */
    public QualityWatch(Path folder, ObjectStore store, Results results, InstantSource clock) {
        Path quality = folder.resolve("quality.yml");
        LakeConfig lake = LakeConfig.read(folder);
        this.file = Files.exists(quality)
                ? Optional.of(new FollowedFile<>(quality, text -> QualityFile.config(quality, text, lake)))
                : Optional.empty();
        this.contents = new LakeContents(store, new DeltaLake(store, clock));
        this.results = results;
        this.clock = clock;
        this.gate = new QualityGate(contents, this::config, results, clock);
    }

    /** What is expected now. */
    public QualityConfig config() {
        return file.map(FollowedFile::get).orElseGet(QualityConfig::none);
    }

    public QualityGate gate() {
        return gate;
    }

    /**
     * Who looks.
     *
     * @param elected whether this process is the one to tell what is found
     * @param sound told by that one
     */
    public QualityMonitor monitor(BooleanSupplier elected, SoundLook sound, MeterRegistry meters) {
        return new QualityMonitor(file, contents, gate, results, elected, sound, meters, clock);
    }
}
