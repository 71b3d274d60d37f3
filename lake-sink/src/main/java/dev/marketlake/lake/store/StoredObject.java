package dev.marketlake.lake.store;

import java.time.Instant;

/**
 * An object as the store lists it.
 *
 * @param key without leading slash
 * @param bytes size
 * @param modified by the store's clock
 */
public record StoredObject(String key, long bytes, Instant modified) {}
