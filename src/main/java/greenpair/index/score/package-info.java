/// Ranks hits that were found without scores, and sums estimates of scores by which they are found.
@NullMarked
package greenpair.index.score;

import org.jspecify.annotations.NullMarked;
