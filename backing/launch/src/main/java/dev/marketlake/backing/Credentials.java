package dev.marketlake.backing;

import java.security.SecureRandom;
import java.util.HexFormat;

/** An S3 key pair. Its text form leaves the secret out. */
public record Credentials(String accessKey, String secretKey) {

    public Credentials {
        if (accessKey.isBlank() || secretKey.isBlank()) {
            throw new IllegalArgumentException("both keys are needed, access key is '" + accessKey + "'");
        }
    }

    /** A pair nobody knows. */
    public static Credentials random() {
        var secret = new byte[20];
        new SecureRandom().nextBytes(secret);
        return new Credentials("marketlake", HexFormat.of().formatHex(secret));
    }

    @Override
    public String toString() {
        return "Credentials[accessKey=" + accessKey + "]";
    }
}
