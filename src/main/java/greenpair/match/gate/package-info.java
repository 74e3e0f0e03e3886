/// Gates: conditions that a candidate passes, fails or leaves open. A gate never changes a score.
@NullMarked
package greenpair.match.gate;

import org.jspecify.annotations.NullMarked;
