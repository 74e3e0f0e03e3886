/// Signals, one class each: a pure function of a [NeedCandidatePair] that gives a number in [0, 1]
/// or unknown. [Signals] lists them by kind and side.
@NullMarked
package greenpair.match.signal;

import org.jspecify.annotations.NullMarked;
