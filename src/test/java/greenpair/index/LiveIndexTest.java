package greenpair.index;

import static greenpair.index.Days.OTHER;
import static greenpair.index.Days.assertAnswers;
import static greenpair.index.Days.served;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Shared;
import greenpair.catalog.Entry;
import greenpair.catalog.Language;
import greenpair.index.generation.BadGenerationException;
import greenpair.index.generation.NoGenerationException;
import greenpair.index.read.Snapshot;
import org.apache.lucene.store.AlreadyClosedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Which generation is served, and what it answers with.
class LiveIndexTest {
  @RegisterExtension static final Shared<Days.Built> BUILT = Days.shared();

  @TempDir private Path data;
  private Days days;

  @BeforeEach
  void empty() {
    days = BUILT.get().into(data);
  }

  @Test
  void emptyFolder_isOpened_isNotReadyAndSaysWhatToDo() {
    try (LiveIndex live = SmallCatalog.live(days.store())) {
      assertFalse(live.refresh());
      assertFalse(live.isReady());
      assertEquals(List.of(), live.refusals());
      assertEquals(
          "no generation to serve in " + data + "; build one with: greenpair reindex",
          assertThrows(NoGenerationException.class, live::acquire).getMessage());
    }
  }

  @Test
  void publishedGeneration_isOpened_answersWithAllThatWasIndexed() throws IOException {
    String id = days.publish(1);
    try (LiveIndex live = SmallCatalog.live(days.store())) {
      assertTrue(live.refresh());
      try (Snapshot snapshot = live.acquire()) {
        assertEquals(id, snapshot.manifest().id());
        for (Entry entry : SmallCatalog.ENTRIES) {
          assertEquals(Optional.of(entry), snapshot.entry(entry.kind(), entry.id()));
        }
      }
    }
  }

  @Test
  void newerGeneration_isPublished_isServedAfterTheNextLook() throws IOException {
    String first = days.publish(1);
    try (LiveIndex live = SmallCatalog.live(days.store())) {
      assertTrue(live.refresh());
      assertFalse(live.refresh(), "nothing new");
      String second = days.publish(2);
      assertEquals(first, served(live));
      assertTrue(live.refresh());
      assertEquals(second, served(live));
      assertFalse(live.refresh());
    }
  }

  @Test
  void olderGeneration_isPublishedAgain_isServed() throws IOException {
    String first = days.publish(1);
    days.publish(2);
    try (LiveIndex live = SmallCatalog.live(days.store())) {
      live.refresh();
      days.store().publish(Published.of(first));
      assertTrue(live.refresh());
      assertEquals(first, served(live));
    }
  }

  @Test
  void generation_askedByItsId_isOpenedWhateverIsServed() throws IOException {
    String first = days.publish(1);
    String second = days.publish(2);
    String other = days.take(OTHER);
    try (LiveIndex live = SmallCatalog.live(days.store())) {
      live.refresh();
      Snapshot old = live.open(first);
      assertEquals(first, old.manifest().id());
      assertAnswers(old);
      assertEquals(second, served(live));
      old.close();
      assertThrows(AlreadyClosedException.class, () -> assertAnswers(old));
      for (String bad : List.of(other, "20260101T000000.000Z", "")) {
        assertThrows(BadGenerationException.class, () -> live.open(bad), bad);
      }
      assertEquals(second, served(live));
    }
  }

  @Test
  void damagedPublication_isReported_theOneBeforeIsServed() throws IOException {
    String before = days.publish(1);
    String last = days.publish(2);
    Path file = data.resolve("publications.tsv");
    Files.writeString(file, Files.readString(file).replace(last, "20"));
    try (LiveIndex live = SmallCatalog.live(days.store())) {
      assertTrue(live.refresh());
      assertEquals(before, served(live));
      String said = live.refusals().getFirst().in(Language.EN);
      assertTrue(said.contains("the last line of publications.tsv cannot be read"), said);
      days.store().publish(Published.of(last));
      assertTrue(live.refresh());
      assertEquals(last, served(live));
      assertEquals(List.of(), live.refusals());
    }
  }
}
