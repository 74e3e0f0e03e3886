/// From a need to ranked, explained partners and solutions, over a snapshot of the index. No query
/// of Lucene, no JSON, no clock.
///
/// [Recommender] is the entry point: it queries one snapshot for candidates and passes them with
/// the [MatchQuery][greenpair.match.settings.MatchQuery] to the
/// [Ranker][greenpair.match.rank.Ranker], a pure function of gates, signals and weights. Each
/// signal is one small file with its formula. [Explanation][greenpair.match.rank.Explanation] is
/// the only place that sums a score, in whole millionths, so parts and score always agree.
/// [Reasons][greenpair.match.reason.Reasons] turns results into sentences.
package greenpair.match;
