package dev.marketlake.lake.store;

import java.util.List;

/**
 * One bucket of an S3 store. Keys have no leading slash. Safe for any thread; every call blocks until the store answers or a time-out of
 * the implementation has passed.
 */
public interface ObjectStore extends AutoCloseable {

    /** Name of the bucket. */
    String bucket();

    /** Makes the bucket where it is missing. */
    void ensureBucket() throws StoreFailure;

    /** The whole object. @throws StoreFailure.NotFound where there is none */
    byte[] get(String key) throws StoreFailure;

    /** {@code length} bytes from {@code offset}; fewer at the end of the object. @throws StoreFailure.NotFound where there is none */
    byte[] get(String key, long offset, long length) throws StoreFailure;

    /** Writes the object whole, over an older one. After a {@link StoreFailure.Unavailable} it may be there or not. */
    void put(String key, byte[] content) throws StoreFailure;

    /**
     * Writes the object whole where none has that key.
     *
     * @throws StoreFailure.AlreadyExists where the key is taken, possibly by this caller's own earlier try whose reply was lost
     * @throws StoreFailure.Conflict where another write of the key was under way; nothing is known about who won
     * @throws StoreFailure.Unavailable where no usable answer came: the object may be there or not
     */
    void putIfAbsent(String key, byte[] content) throws StoreFailure;

    /** Size and time of an object. @throws StoreFailure.NotFound where there is none */
    StoredObject head(String key) throws StoreFailure;

    /** Objects of the folder {@code prefix} itself whose key is {@code from} or later, in the order of their keys. */
    List<StoredObject> list(String prefix, String from) throws StoreFailure;

    /** Every object whose key begins with {@code prefix}, at whatever depth, in the order of their keys. */
    List<StoredObject> walk(String prefix) throws StoreFailure;

    /** Removes the object; does nothing where there is none. */
    void delete(String key) throws StoreFailure;

    @Override
    void close();
}
