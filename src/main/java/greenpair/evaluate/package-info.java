/// How good the rankings are: runs are measured against judgements, and two runs are compared.
///
/// [Qrels] holds the judgements, how relevant a document is to a topic, and [TrecRun] the rankings
/// of one configuration, both in the plain text of TREC. [Metrics] reads a list such as
/// `ndcg@10,mrr` into [Metric]s. [Report] is what a run is worth, with intervals by [Bootstrap];
/// [Comparison] says which of two runs is better, and how likely chance alone explains it
/// ([Randomisation]). [Exposure] says how evenly a run spreads attention over the catalog.
/// [CohortReport] puts it together for judged needs, with a [FactCheck] behind the gates and the
/// effect of each signal; [Baselines] are the orders to beat.
///
/// Everything here is a value or a pure function; every random draw comes from a seed that the
/// caller gives.
@NullMarked
package greenpair.evaluate;

import org.jspecify.annotations.NullMarked;
