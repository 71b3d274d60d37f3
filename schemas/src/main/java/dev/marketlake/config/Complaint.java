package dev.marketlake.config;

import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with a configuration file, for the person who wrote it. */
final class Complaint {
    private Complaint() {}

    /** For example {@code " line 7, topics.market.bars.retention: '7' is not a duration: write P7D for 7 days"}. */
    static String of(JacksonException e) {
        return line(e) + path(e) + ": " + reason(e);
    }

    private static String line(JacksonException e) {
        var location = e.getLocation();
        return location == null || location.getLineNr() < 1 ? "" : " line " + location.getLineNr();
    }

    private static String path(JacksonException e) {
        String path = e.getPath().stream().map(Complaint::step).collect(Collectors.joining("."));
        return path.isEmpty() ? "" : ", " + path;
    }

    private static String step(Reference step) {
        return step.getPropertyName() == null ? "entry " + (step.getIndex() + 1) : step.getPropertyName();
    }

    private static String reason(JacksonException e) {
        Throwable root = e;
        while (root.getCause() != null && root instanceof DatabindException) {
            root = root.getCause();
        }
        return switch (root) {
            case UnrecognizedPropertyException unknown ->
                "'" + unknown.getPropertyName() + "' is not known here: use one of " + unknown.getKnownPropertyIds();
            case InvalidFormatException format -> format(format);
            case MismatchedInputException mismatch -> mismatch(mismatch);
            case JacksonException other -> other.getOriginalMessage();
            default -> String.valueOf(root.getMessage());
        };
    }

    private static String mismatch(MismatchedInputException e) {
        Class<?> wanted = e.getTargetType();
        if (e.getOriginalMessage().startsWith("No content")) {
            return "the file is empty";
        }
        if (wanted != null && Collection.class.isAssignableFrom(wanted)) {
            return "a list is wanted here, each entry on a line of its own after '- '";
        }
        if (wanted != null && Map.class.isAssignableFrom(wanted)) {
            return "a map is wanted here, each entry on a line of its own as 'name: value'";
        }
        return e.getOriginalMessage();
    }

    private static String format(InvalidFormatException e) {
        Class<?> wanted = MethodType.methodType(e.getTargetType()).wrap().returnType();
        Object[] choice = wanted.getEnumConstants();
        String value = "'" + e.getValue() + "' is not ";
        if (choice != null) {
            return value + "one of " + Arrays.toString(choice);
        }
        if (Number.class.isAssignableFrom(wanted)) {
            return value + "a number";
        }
        return wanted == Boolean.class ? value + "true or false" : e.getOriginalMessage();
    }
}
