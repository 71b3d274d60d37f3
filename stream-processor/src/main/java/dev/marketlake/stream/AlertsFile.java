package dev.marketlake.stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.marketlake.config.ConfigFile;
import dev.marketlake.config.InvalidConfig;
import dev.marketlake.stream.judge.AlertRule;
import dev.marketlake.stream.judge.AlertRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file config/alerts.yml. */
public final class AlertsFile {
    private static final int VERSION_LENGTH = 12;

    private AlertsFile() {}

    /** Its rules, versioned by a digest of the file. @throws InvalidConfig naming the file, the rule and what is wrong */
    public static AlertRules read(Path file) {
        Document document = ConfigFile.read(file, Document.class);
        if (document.rules == null) {
            throw new InvalidConfig(file + ": 'rules' is missing; write 'rules: []' for no alerts");
        }
        try {
            return new AlertRules(digest(Files.readAllBytes(file)), document.rules);
        } catch (InvalidConfig e) {
            throw new InvalidConfig(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new InvalidConfig(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String digest(byte[] file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
            return HexFormat.of().formatHex(digest).substring(0, VERSION_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private record Document(@Nullable @JsonProperty("rules") List<AlertRule> rules) {}
}
