package dev.marketlake.lake.store;

class MemoryObjectStoreTest implements ObjectStoreContract {
    private final ObjectStore store = new MemoryObjectStore();

    @Override
    public ObjectStore store() {
        return store;
    }
}
