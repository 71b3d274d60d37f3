package dev.marketlake.lake.maintain;

import dev.marketlake.lake.store.StoreFailure;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One snapshot of each UTC day on which all that is expected of the tables holds, named like {@code daily-2026-11-21}: the versions they had when
 * that was first found on that day. The newest few of them are kept; those that somebody has named are left alone. For one thread.
 */
public final class DailySnapshots {
    private static final Logger LOG = LoggerFactory.getLogger(DailySnapshots.class);
    private static final String PREFIX = "daily-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "\\d{4}-\\d{2}-\\d{2}");

    private final NamedSnapshots snapshots;
    private final int kept;
    private Optional<LocalDate> done = Optional.empty();

    /** @param kept how many days; 0 for no such snapshots, those there are then stay */
    public DailySnapshots(NamedSnapshots snapshots, int kept) {
        this.snapshots = snapshots;
        this.kept = kept;
    }

    /** Whether a name is that of such a snapshot. */
    static boolean isDaily(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * All that is expected holds: takes the snapshot of the day where there is none yet, and gives up those beyond the number kept. A lake
     * without rows gets none.
     *
     * @throws StoreFailure where the store gives no answer; the next call goes on
     */
    public void sound(Instant now) throws StoreFailure {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (kept == 0 || done.filter(today::equals).isPresent() || snapshots.isLakeEmpty()) {
            return;
        }
        take(PREFIX + today);
        for (String old : beyond()) {
            snapshots.drop(old);
            LOG.info("snapshot {} is dropped: {} days are kept", old, kept);
        }
        done = Optional.of(today);
    }

    private void take(String name) throws StoreFailure {
        if (snapshots.find(name).isEmpty()) {
            try {
                snapshots.take(name);
                LOG.info("snapshot {} is taken", name);
            } catch (StoreFailure.AlreadyExists byAnotherSink) {
                LOG.debug("snapshot {} is there already", name);
            }
        }
    }

    private List<String> beyond() throws StoreFailure {
        return snapshots.list().stream()
                .map(NamedSnapshot::name)
                .filter(DailySnapshots::isDaily)
                .sorted(Comparator.reverseOrder())
                .skip(kept)
                .toList();
    }
}
