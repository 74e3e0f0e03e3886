/// Ranks hits that were found without scores.
@NullMarked
package greenpair.index.rank;

import org.jspecify.annotations.NullMarked;
