/// Gives partners to the needs of many cities at once.
///
/// [Instance] is the problem, [Allocator] finds the best [Plan], [Conflict] says why there is
/// none, [PlanCheck] whether a plan keeps all conditions, [Prices] what each condition costs, and
/// [Measures] compares a plan with lists made city by city.
@NullMarked
package greenpair.plan.allocation;

import org.jspecify.annotations.NullMarked;
