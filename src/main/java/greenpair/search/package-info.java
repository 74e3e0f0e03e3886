/// Search in English and in Chinese, in one direction:
///
/// 1. [QueryReader][greenpair.search.read.QueryReader] reads a text: its concepts, its conditions,
///    and the words that are left, as a [ReadQuery][greenpair.search.read.ReadQuery].
/// 2. [SearchPlanner] makes a [SearchQuery][greenpair.search.query.SearchQuery] for each kind, and
///    [ScoreParts][greenpair.search.query.ScoreParts] the clauses for the index.
/// 3. [Relevance] decides whether anything answers it; [MergedHits] merges and counts the hits.
/// 4. [HitBuilder] and [QueryDescription] say what was found, why, and what nothing matched.
///
/// [Search] is the entry point, [SearchResponse] the answer. [Suggestions] completes partial input.
package greenpair.search;
