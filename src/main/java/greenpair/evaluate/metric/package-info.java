/// Measures of a ranking, one class each; [Metric] is their common interface.
@NullMarked
package greenpair.evaluate.metric;

import org.jspecify.annotations.NullMarked;
