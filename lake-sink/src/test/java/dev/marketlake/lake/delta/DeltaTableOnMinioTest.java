package dev.marketlake.lake.delta;

import dev.marketlake.lake.store.MinioServer;
import org.junit.jupiter.api.condition.EnabledIf;

/** On MinIO, where Docker answers. */
@EnabledIf("dev.marketlake.lake.store.MinioServer#answers")
class DeltaTableOnMinioTest extends DeltaTableContract {
    DeltaTableOnMinioTest() {
        super(MinioServer.freshBucket());
    }
}
