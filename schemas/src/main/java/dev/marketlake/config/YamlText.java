package dev.marketlake.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** A YAML file as text, and the nodes in it, which know their lines. */
public final class YamlText {
    private static final int VERSION_LENGTH = 12;

    private YamlText() {}

    /** @throws InvalidConfig where the file cannot be read */
    public static String of(Path file) {
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

    /** A digest of a text: 12 hexadecimal digits. */
    public static String version(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, VERSION_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The root node; empty where there is none, which is noted. @param remedy for a file without content */
    public static Optional<Node> root(String text, String remedy, Mistakes mistakes) {
        try {
            Optional<Node> root = new Compose(LoadSettings.builder().build()).composeString(text);
            if (root.isEmpty()) {
                mistakes.add("the file is empty; " + remedy);
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            mistakes.add(e.getProblemMark(), "", "this is no YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            mistakes.add("this is no YAML: " + e.getMessage());
        }
        return Optional.empty();
    }
}
