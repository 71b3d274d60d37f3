/** What could not be used, looked at and sent again. */
@NullMarked
package dev.marketlake.allinone.rejected;

import org.jspecify.annotations.NullMarked;
