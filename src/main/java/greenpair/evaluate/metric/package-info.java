/// Measures of a ranking, one class each; [Metric] is what they share.
@NullMarked
package greenpair.evaluate.metric;

import org.jspecify.annotations.NullMarked;
