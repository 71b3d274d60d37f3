package dev.marketlake.allinone.suite;

import java.util.Optional;
import java.util.regex.Pattern;

/** What Spring Boot's failure report in a log says, as one sentence or two. */
final class FailureReport {
    private static final Pattern DESCRIPTION =
            Pattern.compile("(?s)Description:\\s+(.+?)\\s+(?:Action:\\s+(.+?)\\s*)?\\z");

    private FailureReport() {}

    /** Description and action, joined; empty where the text holds no report. */
    static Optional<String> in(String log) {
        var found = DESCRIPTION.matcher(log);
        if (!found.find()) {
            return Optional.empty();
        }
        var description = oneLine(found.group(1));
        return Optional.of(
                found.group(2) == null ? description : sentence(description) + " " + oneLine(found.group(2)));
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
