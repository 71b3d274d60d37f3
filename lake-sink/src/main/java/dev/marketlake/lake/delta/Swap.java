package dev.marketlake.lake.delta;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Other files in place of some, with the very same rows: the table holds afterwards what it held before, and no source comes forward.
 *
 * @param adds files already in the store
 * @param removes files that are live, and whose rows are in {@code adds}
 */
public record Swap(List<NewFile> adds, List<LiveFile> removes) {
    public Swap {
        adds = List.copyOf(adds);
        removes = List.copyOf(removes);
        if (adds.isEmpty() || removes.isEmpty()) {
            throw new IllegalArgumentException("a swap takes files out and brings files in");
        }
        long in = adds.stream().mapToLong(file -> file.file().rows()).sum();
        long out = removes.stream().mapToLong(LiveFile::rows).sum();
        if (in != out) {
            throw new IllegalArgumentException("a swap of " + out + " rows for " + in + " would change the table");
        }
    }

    /**
     * Where it stands against the log: LANDED where all its files are in, FREE where all that it takes out are still live, else OVERTAKEN:
     * another writer has rewritten one of them, and what we hold is stale.
     */
    Standing standing(TableState state) {
        Set<String> live = state.files().stream().map(LiveFile::path).collect(Collectors.toUnmodifiableSet());
        if (adds.stream().allMatch(file -> live.contains(file.file().path()))) {
            return Standing.LANDED;
        }
        return removes.stream().allMatch(file -> live.contains(file.path())) ? Standing.FREE : Standing.OVERTAKEN;
    }
}
