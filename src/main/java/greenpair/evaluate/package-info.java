/// Measures the quality of rankings: runs are compared with judgements and with each other.
///
/// [Qrels][greenpair.evaluate.trec.Qrels] holds the judgements, how relevant a document is to a
/// topic, in the plain text of TREC, and [Rankings] what one configuration finds. [RunScores]
/// contains the results of a run by some [Metric]s, with intervals by
/// [Bootstrap][greenpair.evaluate.statistics.Bootstrap]. [DatedSplitReport] compares Greenpair with
/// [SimpleRanking][greenpair.match.past.SimpleRanking]s, and states how likely chance alone
/// explains its advantage ([Randomisation][greenpair.evaluate.statistics.Randomisation]).
///
/// Everything here is a value or a pure function; every random draw comes from a seed that the
/// caller gives.
package greenpair.evaluate;
