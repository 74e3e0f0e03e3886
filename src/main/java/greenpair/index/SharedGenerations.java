package greenpair.index;

import greenpair.index.generation.Publication;
import greenpair.index.read.OpenGeneration;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Generations that several data folders have in common. Each folder holds copies and answers from
/// them alone, so that no request waits for what is shared. What is published in common is
/// published in each folder soon after. Safe for use by several threads.
public interface SharedGenerations extends AutoCloseable {
  /// A data folder that shares nothing.
  SharedGenerations NONE = new NotShared();

  /// State of a data folder relative to the shared generations, at the last check.
  enum Condition {
    /// The folder has what is published in common.
    FOLLOWING,
    /// A newer generation is being copied into the folder.
    COPYING,
    /// Nothing is published in common.
    EMPTY,
    /// What is published was built under another configuration, and is not copied.
    OTHER_CONFIGURATION,
    /// Nobody answers.
    UNREACHABLE,
    /// The user name, password or token was refused.
    REFUSED,
    /// What answers is of another kind or version than this program can work with.
    OTHER_VERSION,
    /// The published generation is incomplete or was changed by hand.
    DAMAGED
  }

  /// The state at the last look.
  ///
  /// @param backend what keeps the generations
  /// @param name under which it keeps them
  /// @param published id of the generation that is published in common; null when none is known
  /// @param health `green`, `yellow` or `red` as the backend says; null if no node answered
  /// @param nodes of the backend that are there; 0 if no node answered
  /// @param fault what is wrong and what to do; empty when all is well
  record State(
      String backend,
      String name,
      Condition condition,
      @Nullable String published,
      @Nullable String health,
      int nodes,
      String fault) {}

  /// Looks at what is published in common, and remembers what it found for [#state]. Failures are
  /// a state and are not thrown.
  ///
  /// @return whether the data folder should [#follow] now
  boolean look(GenerationStore store, OpenGeneration.Context context);

  /// Brings the data folder to what is published in common, for a run that goes on from there. One
  /// that was built under another configuration than that of the context is not copied.
  ///
  /// @throws IOException when writing to the folder fails
  /// @throws SharedException when it cannot be read
  void follow(GenerationStore store, GenerationStore.Lock lock, OpenGeneration.Context context)
      throws IOException;

  /// Copies one generation into the data folder, unless it is there already or no source has it.
  ///
  /// @return whether it was published in common once
  /// @throws IOException when writing to the folder fails
  /// @throws SharedException when it cannot be read
  boolean fetch(
      GenerationStore store, GenerationStore.Lock lock, OpenGeneration.Context context, String id)
      throws IOException;

  /// Whether that generation is published in the shared store.
  boolean isPublished(String id);

  /// Publishes in common a generation of the data folder. It takes effect by one atomic step, or
  /// not at all.
  ///
  /// @throws IOException when reading the folder fails
  /// @throws SharedException when it cannot be written, or if another publication took place since
  ///     [#follow]
  void publish(GenerationStore store, Publication publication) throws IOException;

  /// The generation that was published in the shared store before that one and is still kept.
  Optional<String> previous(String id);

  /// Deletes all but the newest that were published, and what broken runs of this data folder left.
  ///
  /// @return ids of those deleted
  List<String> prune(GenerationStore store, int keep);

  /// What the last look found; nothing where nothing is shared.
  Optional<State> state();

  @Override
  void close();
}
