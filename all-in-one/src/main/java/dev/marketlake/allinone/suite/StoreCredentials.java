package dev.marketlake.allinone.suite;

import dev.marketlake.backing.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import tools.jackson.databind.json.JsonMapper;

/** The key pair of a local object store, in a file beside its objects. */
final class StoreCredentials {
    private StoreCredentials() {}

    static Credentials of(Path file) {
        try {
            Files.createDirectories(file.getParent());
            if (Files.notExists(file)) {
                make(file);
            }
            return JsonMapper.shared().readValue(file, Credentials.class);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot use the object store's credentials in " + file, failure);
        }
    }

    private static void make(Path file) throws IOException {
        var text = JsonMapper.shared().writeValueAsString(Credentials.random());
        var beside = Files.createTempFile(file.getParent(), "credentials", ".new", ownerOnly(file));
        try {
            Files.writeString(beside, text);
            // A link, unlike a move, never takes the place of a pair that another command has just made.
            Files.createLink(file, beside);
        } catch (FileAlreadyExistsException made) {
            // Another command was faster; its pair is as good.
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
