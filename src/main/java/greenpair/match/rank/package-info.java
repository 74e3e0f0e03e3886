/// From candidates to an order: scores with their explanation, thresholds and diversification.
@NullMarked
package greenpair.match.rank;

import org.jspecify.annotations.NullMarked;
