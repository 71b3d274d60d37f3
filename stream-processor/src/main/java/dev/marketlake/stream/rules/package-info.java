/** config/alerts.yml: read strictly, every mistake told with its line, and followed while it changes. */
@NullMarked
package dev.marketlake.stream.rules;

import org.jspecify.annotations.NullMarked;
