/** The shared language against what it meets outside: a real broker, a real registry, and Confluent's client for JavaScript. */
@NullMarked
package dev.marketlake.contract;

import org.jspecify.annotations.NullMarked;
