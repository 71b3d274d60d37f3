@NullMarked
package dev.marketlake.allinone.audit;

import org.jspecify.annotations.NullMarked;
