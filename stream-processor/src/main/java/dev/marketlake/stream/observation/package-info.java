/** What a raw record says once it is read: observations, their contents and places, and the closed list of reasons. Pure values. */
@NullMarked
package dev.marketlake.stream.observation;

import org.jspecify.annotations.NullMarked;
