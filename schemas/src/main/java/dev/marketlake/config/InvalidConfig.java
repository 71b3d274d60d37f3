package dev.marketlake.config;

import org.jspecify.annotations.Nullable;

/** A setting or configuration file that cannot be used. The message names the setting, the bad value and the remedy. */
public final class InvalidConfig extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidConfig(String message) {
        super(message);
    }

    public InvalidConfig(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
