/// Solvers for planning: integer programs and transport problems. Independent of cities.
///
/// [IntegerProgram] states a program and searches for its best solution, and [Relaxation], the only
/// class that uses ojAlgo, solves its linear relaxation. [Transport] is our own minimum-cost flow
/// for instances that are too large for it.
package greenpair.plan.solve;
