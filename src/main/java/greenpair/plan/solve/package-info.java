/// The solver of all plans. Independent of cities.
///
/// [IntegerProgram] states a program and searches for its best solution, and [Relaxation], the only
/// class that uses ojAlgo, solves its linear relaxation.
package greenpair.plan.solve;
