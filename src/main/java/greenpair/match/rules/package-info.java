/// Rules of ranking, read from the configuration: weights, eligibility, similarity, savings.
@NullMarked
package greenpair.match.rules;

import org.jspecify.annotations.NullMarked;
