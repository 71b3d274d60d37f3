package dev.marketlake.lake.maintain;

import dev.marketlake.lake.delta.DeltaLake;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.table.LakeTable;
import dev.marketlake.lake.table.MaintenanceSetting;
import dev.marketlake.lake.table.Tables;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes round the tables again and again, beside the live writes: compaction, vacuum, log expiry. What fails is told and tried in the next
 * round. Several instances may do so at the same lake.
 */
public final class Maintenance implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Maintenance.class);

    private final Duration every;
    private final Retention retention;
    private final Compaction compaction;
    private final Vacuum vacuum;
    private final NamedSnapshots snapshots;
    private final DeltaLake lake;
    private final InstantSource clock;
    private final CountDownLatch closing = new CountDownLatch(1);

    /** @throws dev.marketlake.config.InvalidConfig where the setting would endanger commits under way */
    public Maintenance(ObjectStore store, InstantSource clock, MaintenanceSetting setting) {
        this.every = setting.interval();
        this.retention = new Retention(setting.keepVersions(), setting.keepOrphans());
        this.compaction = new Compaction(store, clock, new Packing(setting.smallFiles(), setting.largeBytes()));
        this.vacuum = new Vacuum(store, clock, retention);
        this.snapshots = new NamedSnapshots(store, clock);
        this.lake = new DeltaLake(store, clock);
        this.clock = clock;
    }

    /** Begins to wait for the first round; returns at once. */
    public void start() {
        if (every.isPositive()) {
            Thread.ofPlatform().name("lake-maintenance").daemon(true).start(this::rounds);
        }
    }

    private void rounds() {
        try {
            while (!closing.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                Tables.all().forEach(this::tidy);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tidy(LakeTable table) {
        try {
            round(table);
        } catch (StoreFailure | RuntimeException e) {
            LOG.warn("{}: not tidied in this round: {}", table.name(), e.toString());
        }
    }

    /** One round over one table. Throws as its parts do; what was done before stays done. */
    void round(LakeTable table) throws StoreFailure {
        compaction.compact(table);
        vacuum.vacuum(table);
        lake.expireLog(table.folder(), clock.instant().minus(retention.versions()), snapshots.versions(table.name()));
    }

    /** No further round begins. */
    @Override
    public void close() {
        closing.countDown();
    }
}
