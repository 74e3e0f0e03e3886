/// Reasons of a ranking: what counted for and against each candidate, what would change its score,
/// and which findings contradict each other. [Answer] is the result.
@NullMarked
package greenpair.match.reason;

import org.jspecify.annotations.NullMarked;
