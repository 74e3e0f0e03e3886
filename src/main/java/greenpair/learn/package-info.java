/// What became of introductions, learnt as weights of ranking. [greenpair.learn.Learning] is the
/// door: introductions in, one [greenpair.learn.Learnt] per kind out, with the weights before and
/// after, their intervals, the outcomes that moved them, and what could not be used and why.
/// Nothing here changes a ranking: a person puts a new `ranking.yaml` in place.
///
/// Everything is a pure function of its input, in the order of ids, so that removing an outcome
/// gives exactly the weights back that were there without it.
@NullMarked
package greenpair.learn;

import org.jspecify.annotations.NullMarked;
