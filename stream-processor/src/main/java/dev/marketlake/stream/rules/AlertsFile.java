package dev.marketlake.stream.rules;

import dev.marketlake.config.InvalidConfig;
import dev.marketlake.config.Watchlist;
import dev.marketlake.stream.judge.AlertRules;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The file config/alerts.yml. */
public final class AlertsFile {
    private static final int VERSION_LENGTH = 12;

    private AlertsFile() {}

    /**
     * Its rules, versioned by a digest of the file.
     *
     * @param watchlist the symbols that rules may name
     * @throws InvalidConfig with a line for each mistake: the file, the line and column, the rule, what is wrong and what is right
     */
    public static AlertRules read(Path file, Watchlist watchlist) {
        return rules(file, text(file), watchlist);
    }

    /** The rules of a text that was read from {@code file}. @throws InvalidConfig as {@link #read} */
    static AlertRules rules(Path file, String text, Watchlist watchlist) {
        Mistakes mistakes = new Mistakes(file);
        AlertRules rules = new RulesReader(watchlist, mistakes).read(text, version(text));
        mistakes.refuse();
        return rules;
    }

    /** @throws InvalidConfig where the file cannot be read */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new InvalidConfig(
                    file + " does not exist: create it or point MARKETLAKE_CONFIG at the folder that has it", e);
        } catch (CharacterCodingException e) {
            throw new InvalidConfig(file + " is not UTF-8: save it as UTF-8", e);
        } catch (IOException e) {
            throw new InvalidConfig(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** A digest of a text. */
    static String version(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, VERSION_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
