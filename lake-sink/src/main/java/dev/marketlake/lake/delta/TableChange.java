package dev.marketlake.lake.delta;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One commit: all of it becomes visible, or nothing.
 *
 * @param adds files already in the store
 * @param removes files that the rewritten partitions had when the change was made
 * @param rewritten partitions of which this change holds the whole new content
 * @param progress every source the rows came from
 */
public record TableChange(
        List<NewFile> adds, List<LiveFile> removes, Set<Partition> rewritten, List<Progress> progress) {
    public TableChange {
        adds = List.copyOf(adds);
        removes = List.copyOf(removes);
        rewritten = Set.copyOf(rewritten);
        progress = List.copyOf(progress);
        for (LiveFile file : removes) {
            if (!rewritten.contains(file.partition())) {
                throw new IllegalArgumentException(file.path() + " is removed but its partition is not rewritten");
            }
        }
    }

    /** Paths this change saw in the rewritten partitions. */
    Set<String> seen() {
        return removes.stream().map(LiveFile::path).collect(Collectors.toUnmodifiableSet());
    }

    /** Paths that {@code state} has in the rewritten partitions. */
    Set<String> standing(TableState state) {
        return rewritten.stream()
                .flatMap(partition -> state.files(partition).stream())
                .map(LiveFile::path)
                .collect(Collectors.toUnmodifiableSet());
    }
}
