/// Settings of ranking, read from the configuration: weights, eligibility, similarity, savings.
@NullMarked
package greenpair.match.settings;

import org.jspecify.annotations.NullMarked;
