/// Chooses a cohort of cities by indicators, and measures how robust the choice is.
///
/// [CompositeIndex] combines indicators into one score, [CohortProblem] finds the best cohort under
/// conditions, and [CohortReport] contains all of it with reasons.
package greenpair.plan.cohort;
