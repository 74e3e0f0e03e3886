/// Solves what planning states: integer programs and transports. Knows nothing of cities.
///
/// [IntegerProgram] is the only class that knows ojAlgo. [Transport] is a minimum-cost flow of our
/// own for instances that are too large for it.
@NullMarked
package greenpair.plan.solve;

import org.jspecify.annotations.NullMarked;
