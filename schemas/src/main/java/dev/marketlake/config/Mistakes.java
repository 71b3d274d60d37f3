package dev.marketlake.config;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** What is wrong with a YAML file: every mistake once, in the order of the file. */
public final class Mistakes {
    private final Path file;
    private final TreeSet<Mistake> found = new TreeSet<>(Comparator.comparingInt(Mistake::line)
            .thenComparingInt(Mistake::column)
            .thenComparing(Mistake::text));

    /**
     * One of them.
     *
     * @param line from 1; 0 where it is about the whole file
     * @param column from 1
     * @param text begins with a comma and what it is about, or with a colon
     */
    private record Mistake(int line, int column, String text) {
        String told(Path file) {
            return file + (line == 0 ? "" : " line " + line + ", column " + column) + text;
        }
    }

    public Mistakes(Path file) {
        this.file = file;
    }

    /** About the whole file. */
    public void add(String text) {
        found.add(new Mistake(0, 0, ": " + text));
    }

    /** About one place. @param label what it is about, for example {@code rule 'volume-spike'}; empty where that is plain */
    public void add(Node node, String label, String text) {
        add(node.getStartMark(), label, text);
    }

    public void add(Optional<Mark> mark, String label, String text) {
        int line = mark.map(at -> at.getLine() + 1).orElse(0);
        int column = mark.map(at -> at.getColumn() + 1).orElse(0);
        found.add(new Mistake(line, column, (label.isEmpty() ? "" : ", " + label) + ": " + text));
    }

    /** @throws InvalidConfig with one line for each mistake, where there are any */
    public void refuse() {
        if (!found.isEmpty()) {
            throw new InvalidConfig(
                    found.stream().map(one -> one.told(file)).collect(Collectors.joining(System.lineSeparator())));
        }
    }
}
