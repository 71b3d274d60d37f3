package dev.marketlake.lake.store;

import org.junit.jupiter.api.condition.EnabledIf;

/** On MinIO, where Docker answers. */
@EnabledIf("dev.marketlake.lake.store.MinioServer#answers")
class MinioObjectStoreOnMinioTest extends MinioObjectStoreContract {
    MinioObjectStoreOnMinioTest() {
        super(MinioServer::freshBucket);
    }
}
