/// From a need to ranked, explained partners and solutions. Pure Java: no Lucene, no JSON, no
/// clock.
///
/// [Recommender] is the way in: it takes one snapshot, asks it for candidates, and gives them with
/// the [Ask] to the [Ranker], a pure function of gates, signals and weights. Each signal is one
/// small file with its formula. [Explanation] is the only place where a score is added up, in whole
/// millionths, so parts and score can never disagree. [Phrases] turns results into sentences.
@NullMarked
package greenpair.match;

import org.jspecify.annotations.NullMarked;
