/// Plans of the programme over HTTP: asked for, solved in the background, kept, checked, shared
/// with the cities, answered.
///
/// Begin with [PlanHandler]; [PlanDocument] is what is kept, [PlanRuns] solves.
@NullMarked
package greenpair.web.plans;

import org.jspecify.annotations.NullMarked;
