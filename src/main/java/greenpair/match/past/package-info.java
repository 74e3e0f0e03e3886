/// What the past of a registry says about how firms are chosen. A pure function of one generation:
/// the same generation under the same configuration always gives the same answer.
@NullMarked
package greenpair.match.past;

import org.jspecify.annotations.NullMarked;
