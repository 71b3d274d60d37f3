/** Exchange calendars: which days trade, and when their sessions start and end. */
@NullMarked
package dev.marketlake.calendar;

import org.jspecify.annotations.NullMarked;
