package dev.marketlake.proofs.reference;

import static dev.marketlake.proofs.reference.Markdown.code;

import dev.marketlake.allinone.rejected.Remedy;
import dev.marketlake.stream.observation.Reason;
import dev.marketlake.stream.observation.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Every reason for which a record is refused, a bar unusable, or something noted. */
final class ReasonsPage {
    private ReasonsPage() {}

    static String text() {
        var page = new Markdown("Reasons")
                .text(
                        "What screening finds. Names stand in `market.rejected` and `silver.rejected` (reasons), and in `market.bars` and"
                                + " `silver.bars` (violations). A number never changes its meaning.");
        for (var severity : Severity.values()) {
            var found = Arrays.stream(Reason.values())
                    .filter(reason -> reason.severity() == severity)
                    .toList();
            page.section(severity.name()).text(severity.consequence());
            switch (severity) {
                case REJECT ->
                    page.table(
                            List.of("reason", "number", "severity", "meaning", "what helps"),
                            found.stream().map(ReasonsPage::withRemedy).toList());
                case INVALID, ADVISORY ->
                    page.table(
                            List.of("reason", "number", "severity", "meaning"),
                            found.stream().map(ReasonsPage::row).toList());
            }
        }
        return page.toString();
    }

    private static List<String> row(Reason reason) {
        return List.of(
                code(reason.name()),
                Integer.toString(reason.number()),
                reason.severity().name().toLowerCase(Locale.ROOT),
                reason.meaning());
    }

    private static List<String> withRemedy(Reason reason) {
        var row = row(reason);
        return List.of(row.get(0), row.get(1), row.get(2), row.get(3), Remedy.against(reason.name()));
    }
}
