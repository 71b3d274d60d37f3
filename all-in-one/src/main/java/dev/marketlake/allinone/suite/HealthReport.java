package dev.marketlake.allinone.suite;

import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the body of an actuator's health answer says is wrong. */
public final class HealthReport {
    private HealthReport() {}

    /** Components that are not UP, with their details, for example {@code broker DOWN {"reason":"..."}}; empty where none is. */
    public static Optional<String> lacking(String body) {
        try {
            var wrong = JsonMapper.shared().readTree(body).path("components").properties().stream()
                    .filter(part -> !status(part.getValue()).equals("UP"))
                    .map(part -> part.getKey() + " " + status(part.getValue()) + details(part.getValue()))
                    .collect(Collectors.joining(", "));
            return wrong.isEmpty() ? Optional.empty() : Optional.of(wrong);
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private static String status(JsonNode part) {
        return part.path("status").asString("");
    }

    private static String details(JsonNode part) {
        return part.path("details").isEmpty() ? "" : " " + part.path("details");
    }
}
