/// Learns the weights of ranking from outcomes of introductions. [greenpair.learn.WeightLearning]
/// is the entry point: it takes introductions and returns a [greenpair.learn.Proposal] with the
/// proposed weights, the input that could not be used and why, and the lists that would change. No
/// ranking changes until the file of the proposal is reviewed and put into the configuration
/// folder.
///
/// Everything is a pure function of its input, in the order of ids, so that removing an outcome
/// gives exactly the weights that were there without it.
package greenpair.learn;
