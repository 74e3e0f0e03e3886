/// Plans over HTTP: requested, solved in the background, stored, checked, and shared with the
/// cities, which respond to them.
///
/// [PlanHandler] is the entry point; [PlanDocument] is the stored form, and [PlanRuns] solves.
package greenpair.web.plans;
