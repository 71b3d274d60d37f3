package dev.marketlake.lake.store;

/** On S3Proxy over a folder, as the all-in-one runs it. */
class MinioObjectStoreOnAFolderTest extends MinioObjectStoreContract {
    MinioObjectStoreOnAFolderTest() {
        super(LocalStore::freshBucket);
    }
}
