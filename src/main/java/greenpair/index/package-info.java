/// Builds, publishes and opens generations of the index, and answers candidate queries with plain
/// records. The only package that uses Lucene, and no Lucene type leaves it.
///
/// [GenerationBuilder] turns entries into a new directory, [GenerationStore] publishes it with one
/// atomic rename and finds the newest good one, [LiveIndex] swaps it while requests run, and a
/// [Snapshot] is the unchanging view of one request.
///
/// Each kind has a Lucene index of its own, so that the statistics behind a text score, and with
/// them the score, never depend on entries of another kind.
@NullMarked
package greenpair.index;

import org.jspecify.annotations.NullMarked;
