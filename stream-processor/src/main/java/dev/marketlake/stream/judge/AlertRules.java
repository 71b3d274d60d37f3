package dev.marketlake.stream.judge;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.marketlake.config.ConfigFile;
import dev.marketlake.config.InvalidConfig;
import dev.marketlake.market.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of config/alerts.yml.
 *
 * @param version digest of the file: what rules were in force
 * @param rules in the order of the file, names unique
 */
public record AlertRules(String version, List<AlertRule> rules) {
    private static final int VERSION_LENGTH = 12;

    public AlertRules {
        rules = List.copyOf(rules);
        Set<String> names = new HashSet<>();
        for (AlertRule rule : rules) {
            if (!names.add(rule.name())) {
                throw new InvalidConfig("rule '" + rule.name() + "' is there twice");
            }
        }
    }

    /** Reads the file. @throws InvalidConfig naming the file, the rule and what is wrong */
    public static AlertRules read(Path file) {
        Document document = ConfigFile.read(file, Document.class);
        if (document.rules == null) {
            throw new InvalidConfig(file + ": 'rules' is missing; write 'rules: []' for no alerts");
        }
        try {
            return new AlertRules(version(Files.readAllBytes(file)), document.rules);
        } catch (InvalidConfig e) {
            throw new InvalidConfig(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new InvalidConfig(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The rules that judge bars of an interval. */
    public List<AlertRule> of(Interval interval) {
        return rules.stream().filter(rule -> rule.interval() == interval).toList();
    }

    private static String version(byte[] file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(file);
            return HexFormat.of().formatHex(digest).substring(0, VERSION_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private record Document(@Nullable @JsonProperty("rules") List<AlertRule> rules) {}
}
