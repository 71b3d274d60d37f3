/** What the probes show: broker, schema registry, providers. */
@NullMarked
package dev.marketlake.ingest.health;

import org.jspecify.annotations.NullMarked;
