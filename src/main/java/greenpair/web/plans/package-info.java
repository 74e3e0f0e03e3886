/// Plans of the programme over HTTP: requested, solved in the background, stored, checked, shared
/// with the cities, and answered by them.
///
/// [PlanHandler] is the entry point; [PlanDocument] is the stored form, and [PlanRuns] solves.
@NullMarked
package greenpair.web.plans;

import org.jspecify.annotations.NullMarked;
