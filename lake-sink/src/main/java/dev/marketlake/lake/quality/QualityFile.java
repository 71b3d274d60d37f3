package dev.marketlake.lake.quality;

import dev.marketlake.config.Fields;
import dev.marketlake.config.InvalidConfig;
import dev.marketlake.config.Mistakes;
import dev.marketlake.config.Spelling;
import dev.marketlake.config.YamlText;
import dev.marketlake.lake.table.LakeConfig;
import dev.marketlake.lake.table.LakeTable;
import dev.marketlake.lake.table.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The file config/quality.yml. */
public final class QualityFile {
    private static final String CHECKS_FOR = "checks for ";
    private static final String EVERY = "every";
    private static final String REMEDY = "write 'checks for silver.bars: []', or take the file away for no checks";

    private final Mistakes mistakes;
    private final LakeConfig lake;

    private QualityFile(Mistakes mistakes, LakeConfig lake) {
        this.mistakes = mistakes;
        this.lake = lake;
    }

    /**
     * Reads it.
     *
     * @param lake how tables are partitioned, which makes columns
     * @throws InvalidConfig with a line for each mistake: the file, the line and column, the check, what is wrong and what is right
     */
    public static QualityConfig read(Path file, LakeConfig lake) {
        return config(file, YamlText.of(file), lake);
    }

    /** Reads quality.yml of a folder, by its lake.yml; no checks where there is none. @throws InvalidConfig as {@link #read} */
    public static QualityConfig readIn(Path folder) {
        Path file = folder.resolve("quality.yml");
        return Files.exists(file) ? read(file, LakeConfig.read(folder)) : QualityConfig.none();
    }

    /** What a text says that was read from {@code file}. @throws InvalidConfig as {@link #read} */
    public static QualityConfig config(Path file, String text, LakeConfig lake) {
        Mistakes mistakes = new Mistakes(file);
        QualityConfig config = YamlText.root(text, REMEDY, mistakes)
                .map(root -> new QualityFile(mistakes, lake).config(root, YamlText.version(text)))
                .orElseGet(QualityConfig::none);
        mistakes.refuse();
        return config;
    }

    private QualityConfig config(Node root, String version) {
        if (!(root instanceof MappingNode map)) {
            mistakes.add(root, "", "a map is wanted here: " + REMEDY);
            return QualityConfig.none();
        }
        Fields fields = new Fields(map, "", mistakes);
        Duration every = fields.has(EVERY) ? fields.duration(EVERY) : QualityConfig.EVERY;
        List<Check> checks = new ArrayList<>();
        for (NodeTuple tuple : map.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key && !key.getValue().equals(EVERY)) {
                table(key).ifPresent(table -> checks.addAll(checks(table, tuple.getValueNode())));
            }
        }
        return fields.made(() -> new QualityConfig(version, every, checks)).orElseGet(QualityConfig::none);
    }

    private Optional<LakeTable> table(ScalarNode key) {
        String text = key.getValue();
        if (!text.startsWith(CHECKS_FOR)) {
            mistakes.add(key, "", "'" + text + "' is not known here: use '" + CHECKS_FOR + "TABLE' or '" + EVERY + "'");
            return Optional.empty();
        }
        String name = text.substring(CHECKS_FOR.length()).strip();
        Optional<LakeTable> table = Tables.of(name);
        if (table.isEmpty()) {
            List<String> known = Tables.all().stream().map(LakeTable::name).toList();
            String hint = Spelling.hint(name, known);
            mistakes.add(
                    key,
                    "",
                    "there is no table '" + name + "'"
                            + (hint.isEmpty() ? ": there are " + String.join(", ", known) : hint));
        }
        return table;
    }

    private List<Check> checks(LakeTable table, Node node) {
        if (!(node instanceof SequenceNode list)) {
            mistakes.add(node, table.name(), "a list is wanted here, each check on a line of its own after '- '");
            return List.of();
        }
        CheckReader reader = new CheckReader(table, lake, mistakes);
        List<Check> checks = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (Node entry : list.getValue()) {
            Optional<Check> read = reader.read(entry);
            if (read.isPresent()) {
                Integer first = lines.putIfAbsent(
                        read.get().name(),
                        entry.getStartMark().map(mark -> mark.getLine() + 1).orElse(0));
                if (first == null) {
                    checks.add(read.get());
                } else {
                    mistakes.add(
                            entry,
                            table.name() + ", check '" + read.get().name() + "'",
                            "is there twice, first in line " + first + ": give it a name of its own");
                }
            }
        }
        return checks;
    }
}
