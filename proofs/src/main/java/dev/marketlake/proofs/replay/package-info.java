/** The claims about history jobs: a replay yields what live yielded, notices what is wrong in the lake, and puts it right. */
@NullMarked
package dev.marketlake.proofs.replay;

import org.jspecify.annotations.NullMarked;
