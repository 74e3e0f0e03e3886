/// Assigns partners to the needs of many cities at once.
///
/// [AllocationProblem] is the problem, [Allocator] finds the best [Plan], [Conflict] explains why
/// there is none, [AllocationCheck] verifies that a plan meets all conditions, and [Measures]
/// compares a plan with lists made city by city.
package greenpair.plan.allocation;
