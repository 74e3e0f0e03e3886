/// Pairs cities of two sides that can learn from each other.
///
/// [CityPair] describes what two cities have in common and what one could show the other, and
/// chooses the pairs with the largest total value.
package greenpair.plan.pairs;
