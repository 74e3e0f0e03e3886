/// Measures the quality of rankings: runs are compared with judgements and with each other.
///
/// [Qrels] holds the judgements, how relevant a document is to a topic, and [TrecRun] the rankings
/// of one configuration, both in the plain text of TREC. [Metrics] reads a list such as
/// `ndcg@10,mrr` into [Metric]s. [Report] contains the results of a run, with intervals by
/// [Bootstrap]; [Comparison] states which of two runs is better, and how likely chance alone
/// explains it ([Randomisation]). [Exposure] states how evenly a run spreads over the catalog.
/// [CohortReport] combines these for judged needs, with a [FactCheck] of the gates and the effect
/// of each signal; [Baselines] are simple rankings to compare with.
///
/// Everything here is a value or a pure function; every random draw comes from a seed that the
/// caller gives.
@NullMarked
package greenpair.evaluate;

import org.jspecify.annotations.NullMarked;
