package greenpair.index.cluster;

import greenpair.index.GenerationStore;
import greenpair.index.SharedException;
import greenpair.index.SharedGenerations.Condition;
import greenpair.index.generation.BadGenerationException;
import greenpair.index.generation.Manifest;
import greenpair.index.generation.Publication;
import greenpair.index.read.OpenGeneration;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Copies generations of a cluster into data folders.
record Follower(
    ClusterSettings settings,
    Connection connection,
    PublishedSets sets,
    SharedJournal journal,
    ClusterCheck watch) {
  private static final Logger log = LoggerFactory.getLogger(Follower.class);

  /// The default of `greenpair reindex --keep`: the number of copied generations that a folder
  /// keeps.
  private static final int KEPT = 3;

  /// Copies the published generation and publishes it in the folder.
  void adopt(
      GenerationStore store, GenerationStore.Lock lock, OpenGeneration.Context context, String id)
      throws IOException {
    try {
      if (copy(store, lock, context, id)) {
        Optional<Publication> line = journal.of(id, id).map(SharedJournal.Line::publication);
        store.adopt(line.orElseGet(() -> unknown(id)));
        log.info("generation {} copied from the cluster", id);
        watch.copied();
        watch.look(store, context);
        store.prune(KEPT);
      }
    } catch (SharedException e) {
      watch.refuse(id, context, e);
      throw e;
    }
  }

  /// Handles the loss of the cluster's journal.
  private Publication unknown(String id) {
    return new Publication(
        sets.contents(id).orElseThrow().time(), Publication.Act.PUBLISHED, id, "cluster", "");
  }

  /// Copies a generation if the cluster has it.
  void fetch(
      GenerationStore store, GenerationStore.Lock lock, OpenGeneration.Context context, String id)
      throws IOException {
    if (sets.contents(id).isPresent()) {
      copy(store, lock, context, id);
    }
  }

  /// Whether it is in the folder now.
  private boolean copy(
      GenerationStore store, GenerationStore.Lock lock, OpenGeneration.Context context, String id)
      throws IOException {
    SetContents contents = sets.contents(id).orElseThrow(() -> incomplete(id));
    if (isThere(store, contents)) {
      return true;
    }
    if (!contents.indexing().equals(context.digests().indexing())) {
      watch.refuse(id, context, otherConfiguration(contents, context));
      return false;
    }
    new GenerationCopy(connection, settings.name(), contents).into(store, lock, context);
    return true;
  }

  /// Whether the folder has the generation that an index set contains.
  static boolean isThere(GenerationStore store, SetContents contents) {
    try {
      return contents.isOf(Manifest.read(store.directory(contents.id())));
    } catch (BadGenerationException e) {
      return false;
    }
  }

  private SharedException incomplete(String id) {
    return new SharedException(
        Condition.DAMAGED,
        ("generation %s is published in the cluster %s and its index set is incomplete; publish a"
                + " complete one: greenpair rollback or greenpair reindex")
            .formatted(id, settings));
  }

  private static SharedException otherConfiguration(
      SetContents contents, OpenGeneration.Context context) {
    return new SharedException(
        Condition.OTHER_CONFIGURATION,
        ("generation %s of the cluster was built with configuration %s and this one is %s; give all"
                + " servers the same index-config and start them again")
            .formatted(
                contents.id(),
                contents.indexing().substring(0, 12),
                context.digests().indexing().substring(0, 12)));
  }
}
