/** What is expected, computed in the plainest way there is and without any of the code under test. */
@NullMarked
package dev.marketlake.proofs.oracle;

import org.jspecify.annotations.NullMarked;
