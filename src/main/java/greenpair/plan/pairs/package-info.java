/// Pairs cities of two sides that can learn from each other.
///
/// [CityPair] says what two cities have in common and what one could show the other, [Pairing]
/// chooses pairs: those with the largest total, or stable ones where cities state preferences.
@NullMarked
package greenpair.plan.pairs;

import org.jspecify.annotations.NullMarked;
