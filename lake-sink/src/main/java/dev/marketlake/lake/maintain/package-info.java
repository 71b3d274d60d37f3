/** What keeps the tables tidy beside the live writes: compaction, vacuum, log expiry, named snapshots. */
@NullMarked
package dev.marketlake.lake.maintain;

import org.jspecify.annotations.NullMarked;
