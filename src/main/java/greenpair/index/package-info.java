/// Builds, publishes and opens generations of the index, and answers candidate queries with plain
/// records. No type of Lucene leaves it. The only other use of Lucene is its hash of bytes, in
/// which [IdTable][greenpair.registry.format.IdTable] keeps the ids of a catalog.
///
/// [GenerationBuilder][greenpair.index.build.GenerationBuilder] turns entries into a new directory,
/// [GenerationStore] publishes it by a line of a journal and finds the newest good one,
/// [LiveIndex] swaps it while requests run, and a [Snapshot][greenpair.index.read.Snapshot] is the
/// unchanging view of one request.
///
/// Each kind has a Lucene index of its own, so that the statistics behind a text score, and with
/// them the score, never depend on entries of another kind.
package greenpair.index;
