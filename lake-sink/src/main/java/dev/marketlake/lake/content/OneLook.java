package dev.marketlake.lake.content;

import dev.marketlake.lake.delta.LiveFile;
import dev.marketlake.lake.store.StoreFailure;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tables as they were when they were first asked for. Not for several threads. */
public final class OneLook implements Contents {
    private final Contents contents;
    private final Map<String, Optional<TableContent>> seen = new HashMap<>();

    public OneLook(Contents contents) {
        this.contents = contents;
    }

    /** The same, but one of them as given. */
    public static OneLook with(TableContent given, Contents others) {
        OneLook look = new OneLook(others);
        look.seen.put(given.table(), Optional.of(given));
        return look;
    }

    @Override
    public Optional<TableContent> of(String table) throws StoreFailure {
        Optional<TableContent> known = seen.get(table);
        if (known == null) {
            known = contents.of(table);
            seen.put(table, known);
        }
        return known;
    }

    @Override
    public Portion portion(String table, LiveFile file) {
        return contents.portion(table, file);
    }
}
