/// Search in English and in Chinese: interprets a query, finds and ranks hits, and explains them.
///
/// [Search] is the entry point. [SearchPlanner] lets [QueryReader] turn words into an
/// [Interpretation] (concepts, exclusions, corrections, other words) and makes a query for each
/// kind from it; [MergedHits] runs the queries and merges and counts the hits; [HitBuilder] and
/// [QueryDescription] describe what was found, why, and what nothing matched; [SearchResponse] is
/// the answer. [Suggestions] completes partial input.
package greenpair.search;
