/** The YAML files under config/ that more than one service reads. */
@NullMarked
package dev.marketlake.config;

import org.jspecify.annotations.NullMarked;
