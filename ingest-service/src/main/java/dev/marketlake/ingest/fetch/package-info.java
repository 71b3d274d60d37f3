/** One exchange with a provider and what came of it, whoever the provider is. */
@NullMarked
package dev.marketlake.ingest.fetch;

import org.jspecify.annotations.NullMarked;
