/// Solvers for planning: integer programs and transport problems. Independent of cities.
///
/// [IntegerProgram] is the only class that uses ojAlgo. [Transport] is our own minimum-cost flow
/// for instances that are too large for it.
@NullMarked
package greenpair.plan.solve;

import org.jspecify.annotations.NullMarked;
