/// What became of introductions, learnt as weights of ranking. [greenpair.learn.Learning] is the
/// door: introductions in, a [greenpair.learn.Proposal] out, with the weights before and after,
/// their intervals, the outcomes that moved them, what could not be used and why, and the lists
/// that would change. Nothing changes a ranking before a coordinator approves it, which puts a
/// [greenpair.learn.WeightFile] in place.
///
/// Everything is a pure function of its input, in the order of ids, so that removing an outcome
/// gives exactly the weights back that were there without it.
@NullMarked
package greenpair.learn;

import org.jspecify.annotations.NullMarked;
