package dev.marketlake.proofs.reference;

import java.util.ArrayList;
import java.util.List;

/** A page in the making. For one thread. */
final class Markdown {
    private final List<String> lines = new ArrayList<>();

    Markdown(String title) {
        lines.add("<!-- Written from the code by ReferenceTest: do not edit. -->");
        lines.add("# " + title);
    }

    Markdown section(String title) {
        lines.add("\n## " + title);
        return this;
    }

    Markdown text(String paragraph) {
        lines.add("\n" + paragraph);
        return this;
    }

    /** A block as it is. */
    Markdown verbatim(String block) {
        lines.add("\n```text\n" + block.strip().replaceAll("(?m) +$", "") + "\n```");
        return this;
    }

    Markdown table(List<String> heading, List<List<String>> rows) {
        lines.add("\n" + row(heading));
        lines.add("|---".repeat(heading.size()) + "|");
        rows.forEach(cells -> lines.add(row(cells)));
        return this;
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells.stream().map(Markdown::cell).toList()) + " |";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }

    /** The text as code; nothing where it is empty. */
    static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
