/** What a topology is run on: live, or a history job over a range of dates. */
@NullMarked
package dev.marketlake.stream.job;

import org.jspecify.annotations.NullMarked;
