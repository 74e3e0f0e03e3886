package greenpair.reindex;

import module java.base;

import greenpair.catalog.value.Nearest;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.generation.Manifest;
import greenpair.index.generation.Publication;
import greenpair.message.AbsentException;
import greenpair.message.Message;
import greenpair.message.MessageException;
import greenpair.reindex.gate.GenerationComparison;
import org.jspecify.annotations.Nullable;

/// Publishes a generation that is already there.
record RollBack(GenerationStore store, LiveIndex index) {
  Publication to(@Nullable String id, String by, String reason, Instant now) throws IOException {
    try (GenerationStore.Lock lock = store.lock()) {
      lock.check();
      String wanted =
          id != null
              ? id
              : store
                  .previous()
                  .orElseThrow(() -> new MessageException(Message.of("rollback.first")));
      if (store.fault().isEmpty() && store.published().equals(Optional.of(wanted))) {
        throw new MessageException(Message.of("rollback.published", "id", wanted));
      }
      if (!Files.isDirectory(store.directory(wanted))) {
        List<String> known = store.list().stream().map(Manifest::id).sorted().toList();
        throw new AbsentException(
            Message.of("absent.generation", "id", Nearest.shorten(wanted), "known", known));
      }
      boolean isNew = store.isUnpublished(wanted);
      if (isNew && !store.isFinished(wanted)) {
        throw new MessageException(Message.of("rollback.unfinished", "id", wanted));
      }
      if (isNew && reason.isBlank()) {
        throw new MessageException(
            Message.of(
                "rollback.refused",
                "id",
                wanted,
                "file",
                store.directory(wanted).resolve(GenerationComparison.FILE).toString()));
      }
      index.open(wanted).close();
      Publication.Act act = isNew ? Publication.Act.FORCED : Publication.Act.ROLLED_BACK;
      Publication publication = new Publication(now, act, wanted, by, reason);
      store.publish(publication);
      return publication;
    }
  }
}
