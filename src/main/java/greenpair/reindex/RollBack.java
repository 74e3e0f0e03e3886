package greenpair.reindex;

import greenpair.catalog.value.Nearest;
import greenpair.index.GenerationStore;
import greenpair.index.LiveIndex;
import greenpair.index.generation.Manifest;
import greenpair.index.generation.Publication;
import greenpair.message.AbsentException;
import greenpair.message.Message;
import greenpair.reindex.gate.GenerationComparison;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "no generation was published before this one; greenpair status lists"
                                  + " those that are there"));
      if (store.fault().isEmpty() && store.published().equals(Optional.of(wanted))) {
        throw new IllegalArgumentException(
            "generation " + wanted + " is the published one; name another, see greenpair status");
      }
      if (!Files.isDirectory(store.directory(wanted))) {
        List<String> known = store.list().stream().map(Manifest::id).sorted().toList();
        throw new AbsentException(
            Message.of("absent.generation", "id", Nearest.shorten(wanted), "known", known));
      }
      boolean isNew = store.isUnpublished(wanted);
      if (isNew && !store.isFinished(wanted)) {
        throw new IllegalArgumentException(
            "generation "
                + wanted
                + " is not finished: its run broke off before it was compared with what is served;"
                + " run again, or name another, see greenpair status");
      }
      if (isNew && reason.isBlank()) {
        throw new IllegalArgumentException(
            ("generation %s was never published, since the gate refused it; read %s, and give a"
                    + " reason to publish it all the same")
                .formatted(wanted, store.directory(wanted).resolve(GenerationComparison.FILE)));
      }
      index.open(wanted).close();
      Publication.Act act = isNew ? Publication.Act.FORCED : Publication.Act.ROLLED_BACK;
      Publication publication = new Publication(now, act, wanted, by, reason);
      store.publish(publication);
      return publication;
    }
  }
}
