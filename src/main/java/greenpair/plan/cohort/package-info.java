/// Chooses a cohort of cities by indicators, and says how sure that choice is.
///
/// [CompositeIndex] makes one score of many indicators, [CohortChoice] the best cohort under
/// conditions, [Acceptability] how often each city would be in it whatever the weights, and
/// [CohortReport] all of it with reasons.
@NullMarked
package greenpair.plan.cohort;

import org.jspecify.annotations.NullMarked;
