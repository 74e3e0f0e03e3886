/// Chooses a cohort of cities by indicators, and measures how robust the choice is.
///
/// [CompositeIndex] combines indicators into one score, [CohortSearch] finds the best cohort under
/// conditions, [Acceptability] measures how often each city is chosen under random weights, and
/// [CohortReport] contains all of it with reasons.
package greenpair.plan.cohort;
