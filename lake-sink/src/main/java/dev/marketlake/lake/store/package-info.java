/** The one door to the object store: S3 through the MinIO SDK. */
@NullMarked
package dev.marketlake.lake.store;

import org.jspecify.annotations.NullMarked;
