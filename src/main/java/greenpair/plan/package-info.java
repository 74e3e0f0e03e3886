/// Decides for many cities at once what matching answers for one: which cities take part, which of
/// them learn from each other, and which partners each is introduced to.
///
/// [greenpair.plan.cohort] chooses cities by indicators, [greenpair.plan.pairs] pairs them,
/// [greenpair.plan.allocation] gives partners to all their needs, [greenpair.plan.meetings] times
/// to their meetings; [greenpair.plan.solve] is what
/// they are solved with. All are pure functions of their inputs and a seed.
@NullMarked
package greenpair.plan;

import org.jspecify.annotations.NullMarked;
