/** Whether what a service needs answers, and what to do where it does not. */
@NullMarked
package dev.marketlake.reach;

import org.jspecify.annotations.NullMarked;
