package dev.marketlake.lake.maintain;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.lake.delta.DeltaLake;
import dev.marketlake.lake.delta.LiveFile;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreFailure;
import dev.marketlake.lake.store.StoredObject;
import dev.marketlake.lake.table.LakeTable;
import dev.marketlake.lake.table.Tables;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** The named snapshots of a lake: one small object each, beside the tables. Safe for any thread. */
public final class NamedSnapshots {
    private static final String FOLDER = "_marketlake/snapshots/";
    private static final String SUFFIX = ".json";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectStore store;
    private final DeltaLake lake;
    private final InstantSource clock;

    public NamedSnapshots(ObjectStore store, InstantSource clock) {
        this.store = store;
        this.lake = new DeltaLake(store, clock);
        this.clock = clock;
    }

    /**
     * Names the present versions of all tables. Each gets a checkpoint, so that nothing older of its log is needed to read it.
     *
     * @throws InvalidConfig for a name that cannot be one, or is kept for {@link DailySnapshots}
     * @throws StoreFailure.AlreadyExists where the name is taken
     * @throws StoreFailure where the store gives no answer; the snapshot may be there or not
     */
    public NamedSnapshot create(String name) throws StoreFailure {
        if (DailySnapshots.isDaily(name)) {
            throw new InvalidConfig("'" + name
                    + "' is the name of a snapshot that the sink takes, and drops, by itself: choose another");
        }
        return take(name);
    }

    /** The same, whoever the name is kept for. */
    NamedSnapshot take(String name) throws StoreFailure {
        NamedSnapshot free = new NamedSnapshot(name, clock.instant(), Map.of());
        Map<String, Long> versions = new HashMap<>();
        for (LakeTable table : Tables.all()) {
            var state = lake.read(table.folder());
            if (state.isPresent()) {
                lake.checkpoint(table.folder(), state.get().version());
                versions.put(table.name(), state.get().version());
            }
        }
        NamedSnapshot snapshot = new NamedSnapshot(free.name(), free.createdAt(), versions);
        store.putIfAbsent(key(name), JSON.writeValueAsBytes(snapshot));
        return snapshot;
    }

    /** Whether no raw record has reached the lake. @throws StoreFailure where the store gives no answer */
    boolean isLakeEmpty() throws StoreFailure {
        return lake.read(Tables.RAW_QUOTES.folder())
                .filter(state -> !state.files().isEmpty())
                .isEmpty();
    }

    /** By name; empty where there is none. @throws StoreFailure where the store gives no answer */
    public Optional<NamedSnapshot> find(String name) throws StoreFailure {
        try {
            return Optional.of(JSON.readValue(store.get(key(name)), NamedSnapshot.class));
        } catch (StoreFailure.NotFound none) {
            return Optional.empty();
        }
    }

    /** All of them, by name. @throws StoreFailure as above */
    public List<NamedSnapshot> list() throws StoreFailure {
        List<NamedSnapshot> found = new ArrayList<>();
        for (StoredObject object : store.list(FOLDER, "")) {
            String file = object.key().substring(FOLDER.length());
            find(file.substring(0, file.length() - SUFFIX.length())).ifPresent(found::add);
        }
        return found;
    }

    /** Gives a name up; what only it held goes with the next vacuum. @return whether there was such a snapshot @throws StoreFailure as above */
    public boolean drop(String name) throws StoreFailure {
        boolean wasThere = find(name).isPresent();
        store.delete(key(name));
        return wasThere;
    }

    /** The versions of a table that have a name. @throws StoreFailure as above */
    Set<Long> versions(String table) throws StoreFailure {
        Set<Long> versions = new HashSet<>();
        for (NamedSnapshot snapshot : list()) {
            Long version = snapshot.tables().get(table);
            if (version != null) {
                versions.add(version);
            }
        }
        return versions;
    }

    /**
     * The data files of those versions.
     *
     * @throws StoreFailure as above
     * @throws dev.marketlake.lake.delta.VersionGone where the log no longer has one of them: what it held is not known
     */
    Set<String> files(LakeTable table) throws StoreFailure {
        Set<String> files = new HashSet<>();
        for (long version : versions(table.name())) {
            lake.read(table.folder(), version)
                    .ifPresent(
                            state -> state.files().stream().map(LiveFile::path).forEach(files::add));
        }
        return files;
    }

    private static String key(String name) {
        return FOLDER + name + SUFFIX;
    }
}
