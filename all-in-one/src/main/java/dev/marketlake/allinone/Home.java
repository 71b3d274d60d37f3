package dev.marketlake.allinone;

import dev.marketlake.allinone.suite.DataFolder;
import dev.marketlake.backing.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The checkout this program was started from, and the data folders known to it.
 *
 * @param root absolute
 */
public record Home(Path root) {

    public static Home find() {
        try {
            return new Home(Installation.find().root());
        } catch (IllegalStateException | IllegalArgumentException nowhere) {
            throw new CommandFailure(String.valueOf(nowhere.getMessage()), nowhere);
        }
    }

    public Path config() {
        return root.resolve("config");
    }

    public DataFolder demo() {
        return new DataFolder(root.resolve("data/demo"));
    }

    public DataFolder up() {
        return new DataFolder(root.resolve("data/up"));
    }

    /** The folder asked for, else that of the running suite, else the demo's, else the one used last. */
    DataFolder chosen(@Nullable Path asked) {
        if (asked != null) {
            return new DataFolder(asked);
        }
        var last = lastUsed();
        var known = Stream.concat(last.stream(), Stream.of(demo(), up())).toList();
        return known.stream()
                .filter(folder -> folder.running().isPresent())
                .findFirst()
                .orElseGet(() -> demo().exists() ? demo() : last.orElseGet(this::demo));
    }

    /** Remembers a folder, so that other commands find a suite that runs outside {@code data/}. */
    void remember(DataFolder folder) {
        try {
            Files.createDirectories(lastUsedFile().getParent());
            Files.writeString(lastUsedFile(), folder.root().toString());
        } catch (IOException readOnly) {
            // Then the other commands need --data.
        }
    }

    private Optional<DataFolder> lastUsed() {
        try {
            return Optional.of(
                    new DataFolder(Path.of(Files.readString(lastUsedFile()).strip())));
        } catch (IOException never) {
            return Optional.empty();
        }
    }

    private Path lastUsedFile() {
        return root.resolve(".marketlake/last-data-folder");
    }
}
