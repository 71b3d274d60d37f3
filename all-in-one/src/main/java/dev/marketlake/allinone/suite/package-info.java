/**
 * The whole of Marketlake as child processes of this JVM: {@link dev.marketlake.allinone.suite.Suite} starts, watches,
 * kills, restarts and stops them on one data folder.
 */
@NullMarked
package dev.marketlake.allinone.suite;

import org.jspecify.annotations.NullMarked;
