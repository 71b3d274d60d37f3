/** The topology as a service: waits for what it depends on, starts, tells how it is, and stops with one clear message. */
@NullMarked
package dev.marketlake.stream.run;

import org.jspecify.annotations.NullMarked;
