/** Tells a lineage server, where one is configured, what each commit took from which topics into which table. */
@NullMarked
package dev.marketlake.lake.lineage;

import org.jspecify.annotations.NullMarked;
