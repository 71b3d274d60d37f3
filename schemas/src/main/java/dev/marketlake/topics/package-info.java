/** The only list of topics, and their creation from config/topics.yml. */
@NullMarked
package dev.marketlake.topics;

import org.jspecify.annotations.NullMarked;
