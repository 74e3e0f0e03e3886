package greenpair.index;

import greenpair.index.generation.Publication;
import greenpair.index.read.OpenGeneration;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Generations that several data folders share. Each folder answers only from its own copies, so no
/// request waits for the shared store. A generation that is published there is published in each
/// folder soon after. Thread-safe.
public interface SharedGenerations extends AutoCloseable {
  /// A data folder that shares nothing.
  SharedGenerations NONE = new NotShared();

  /// State of a data folder relative to the shared generations, at the last check.
  enum Condition {
    /// The folder has the generation that is published in the shared store.
    FOLLOWING,
    /// A newer generation is being copied into the folder.
    COPYING,
    /// Nothing is published in the shared store.
    EMPTY,
    /// The published generation was built under another configuration and is not copied.
    OTHER_CONFIGURATION,
    /// The store does not answer.
    UNREACHABLE,
    /// The user name, password or token was refused.
    REFUSED,
    /// The store has a type or version that this program does not support.
    OTHER_VERSION,
    /// The published generation is incomplete or was changed by hand.
    DAMAGED
  }

  /// The state at the last check.
  ///
  /// @param published id of the generation that is published in the shared store; null if none is
  ///     known
  /// @param health `green`, `yellow` or `red` as reported by the backend; null if no node answered
  /// @param nodes number of available nodes of the backend; 0 if no node answered
  /// @param fault what is wrong and what to do; empty if there is no error
  record State(
      String backend,
      String name,
      Condition condition,
      @Nullable String published,
      @Nullable String health,
      int nodes,
      String fault) {}

  /// Checks what is published in the shared store and keeps the result for [#state]. Failures are
  /// recorded as a state and not thrown.
  ///
  /// @return whether the data folder should [#follow] now
  boolean look(GenerationStore store, OpenGeneration.Context context);

  /// Copies the generation that is published in the shared store, for a run that is based on it. A
  /// generation built under another configuration than that of the context is not copied.
  ///
  /// @throws SharedException if it cannot be read
  void follow(GenerationStore store, GenerationStore.Lock lock, OpenGeneration.Context context)
      throws IOException;

  /// Copies one generation into the data folder, unless it is already there or the store does not
  /// have it.
  ///
  /// @return whether it was published in common once
  /// @throws SharedException if it cannot be read
  boolean fetch(
      GenerationStore store, GenerationStore.Lock lock, OpenGeneration.Context context, String id)
      throws IOException;

  boolean isPublished(String id);

  /// Publishes a generation of the data folder in the shared store, in one atomic step.
  ///
  /// @throws SharedException if it cannot be written, or if another publication took place since
  ///     [#follow]
  void publish(GenerationStore store, Publication publication) throws IOException;

  Optional<String> previous(String id);

  /// Deletes all generations except the newest published ones, and leftovers of interrupted runs of
  /// this data folder.
  List<String> prune(GenerationStore store, int keep);

  /// The result of the last check; empty if nothing is shared.
  Optional<State> state();

  @Override
  void close();
}
