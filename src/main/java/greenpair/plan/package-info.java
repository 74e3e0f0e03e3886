/// Planning for many cities at once: which cities take part, which of them learn from each other,
/// and which partners each is introduced to.
///
/// [greenpair.plan.cohort] chooses cities by indicators, [greenpair.plan.pairs] pairs them,
/// [greenpair.plan.allocation] assigns partners to their needs, [greenpair.plan.meetings] schedules
/// their meetings, and [greenpair.plan.solve] has the solver. All are pure functions of their
/// inputs.
package greenpair.plan;
