/// Chooses a cohort of cities by indicators, and measures how robust the choice is.
///
/// [CompositeIndex] combines indicators into one score, [CohortSearch] finds the best cohort under
/// conditions, [Acceptability] measures how often each city is chosen under random weights, and
/// [CohortReport] contains all of it with reasons.
@NullMarked
package greenpair.plan.cohort;

import org.jspecify.annotations.NullMarked;
