package dev.marketlake.proofs.reference;

import static dev.marketlake.proofs.reference.Markdown.code;

import dev.marketlake.proofs.reference.CommentedYaml.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Every key of the services' application.yml. */
final class SettingsPage {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(?<name>[A-Z0-9_]+):(?<otherwise>.*)}");
    private static final List<String> SERVICES = List.of("ingest-service", "stream-processor", "lake-sink");

    private SettingsPage() {}

    /** @param root of the checkout */
    static String of(Path root) throws IOException {
        var page = new Markdown("Settings")
                .text(
                        "Keys of each service's `application.yml`, with their defaults. Each can be given as an environment variable, as a"
                                + " system property (`-Dkey=value`) or as an argument (`--key=value`). Where a variable of a plain name is given"
                                + " besides, it is the shorter way to the same; the longer one wins. `./marketlake demo` and `up` hand on"
                                + " variables that begin with `MARKETLAKE_STREAM_` or `MARKETLAKE_SINK_`, `up` also `MARKETLAKE_INGEST_`. The"
                                + " files in `config/` are commented themselves; alert rules: [alerts](alerts.md).");
        for (var service : SERVICES) {
            describe(service, root.resolve(service).resolve("src/main/resources/application.yml"), page);
        }
        return page.toString();
    }

    private static void describe(String service, Path file, Markdown page) throws IOException {
        var yaml = new CommentedYaml(Files.readString(file));
        var rows = new ArrayList<List<String>>();
        for (var entry : yaml.entries()) {
            if (!entry.value().isEmpty()) {
                rows.add(setting(entry));
            } else if (!entry.comment().isEmpty()) {
                rows.add(List.of("*" + entry.name() + "*", "", "", entry.comment()));
            }
        }
        page.section(service).table(List.of("setting", "default", "environment", "what"), rows);
    }

    private static List<String> setting(Entry entry) {
        var placeholder = PLACEHOLDER.matcher(entry.value());
        boolean named = placeholder.matches();
        var otherwise = named ? placeholder.group("otherwise") : unquoted(entry.value());
        return List.of(
                code(entry.name()),
                otherwise.isEmpty() ? "none" : code(otherwise),
                (named ? code(placeholder.group("name")) + " or " : "") + code(variable(entry.name())),
                entry.comment());
    }

    private static String unquoted(String value) {
        return value.startsWith("\"") && value.endsWith("\"") ? value.substring(1, value.length() - 1) : value;
    }

    /** As Spring spells it: upper case, dots to underscores, hyphens left out. */
    static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
    }
}
