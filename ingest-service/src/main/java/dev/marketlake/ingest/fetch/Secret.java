package dev.marketlake.ingest.fetch;

import dev.marketlake.config.InvalidConfig;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A provider's key. It has no readable text form, and what a provider says is quoted only through {@link #quote}. */
public final class Secret {
    private static final int QUOTED = 240;
    private static final Pattern BLANK = Pattern.compile("\\s+");
    /** Alpha Vantage writes "We have detected your API key as ...". */
    private static final Pattern ECHO = Pattern.compile("(?i)(api ?key as\\s+)\\S+");

    private final String text;
    private final Pattern occurrences;

    private Secret() {
        this.text = "";
        this.occurrences = Pattern.compile("(?!)");
    }

    /** Of a provider that wants no key. */
    public static Secret none() {
        return new Secret();
    }

    public Secret(String text) {
        if (text.isBlank() || text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException("a key is printable ASCII without blanks");
        }
        this.text = text;
        this.occurrences =
                Pattern.compile(Pattern.quote(text) + "|" + Pattern.quote(urlEncoded()), Pattern.CASE_INSENSITIVE);
    }

    /**
     * The key given directly or as a file that holds it.
     *
     * @param variable environment variable to name in messages, for example {@code FINNHUB_API_KEY}
     * @param value null or blank where not given
     * @param file null or blank where not given
     * @param otherwise what else a user can do, to end the message with
     * @throws InvalidConfig where neither or both are given or the file cannot be used; never quotes the key
     */
    public static Secret of(String variable, @Nullable String value, @Nullable String file, String otherwise) {
        boolean given = value != null && !value.isBlank();
        boolean inFile = file != null && !file.isBlank();
        if (given && inFile) {
            throw new InvalidConfig(variable + " and " + variable + "_FILE are both set: keep one of them");
        }
        if (!given && !inFile) {
            throw new InvalidConfig(variable + " is not set: put the key there, or the path of a file that holds it in "
                    + variable + "_FILE; " + otherwise);
        }
        String text = inFile ? content(variable + "_FILE", file) : String.valueOf(value);
        try {
            return new Secret(text.strip());
        } catch (IllegalArgumentException e) {
            throw new InvalidConfig(
                    (inFile ? variable + "_FILE " + file : variable) + " holds no usable key: " + e.getMessage());
        }
    }

    private static String content(String variable, @Nullable String file) {
        try {
            return Files.readString(Path.of(String.valueOf(file).strip()));
        } catch (IOException | InvalidPathException e) {
            throw new InvalidConfig(
                    variable + " names " + file + ", which cannot be read: correct the path or its rights");
        }
    }

    /** For a query parameter. */
    public String urlEncoded() {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** For a header. */
    public String plain() {
        return text;
    }

    /** What somebody else said, on one line, without the key, at most 240 characters: fit for logs, messages and health. */
    public String quote(@Nullable String said) {
        String line = BLANK.matcher(String.valueOf(said)).replaceAll(" ").strip();
        String clean =
                ECHO.matcher(occurrences.matcher(line).replaceAll("(key)")).replaceAll("$1(key)");
        return clean.length() <= QUOTED ? clean : clean.substring(0, QUOTED) + "...";
    }

    @Override
    public String toString() {
        return "(key)";
    }
}
