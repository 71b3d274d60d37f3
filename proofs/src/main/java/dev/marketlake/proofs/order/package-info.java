/** {@code prove order}: any order of arrival ends as sorted input does. */
@NullMarked
package dev.marketlake.proofs.order;

import org.jspecify.annotations.NullMarked;
