/// Pairs cities of two sides that can learn from each other.
///
/// [CityPair] describes what two cities have in common and what one could show the other;
/// [PairMatcher] chooses the pairs with the largest total value, or stable ones if cities state
/// preferences.
package greenpair.plan.pairs;
