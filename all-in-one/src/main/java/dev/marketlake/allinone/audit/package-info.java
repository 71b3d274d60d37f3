/** Proves from the logs and the rows themselves that the lake holds every record once. */
@NullMarked
package dev.marketlake.allinone.audit;

import org.jspecify.annotations.NullMarked;
