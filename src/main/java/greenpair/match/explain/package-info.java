/// From an order to an answer: reasons, counterfactuals and contradictions. [Answer] is the result.
@NullMarked
package greenpair.match.explain;

import org.jspecify.annotations.NullMarked;
