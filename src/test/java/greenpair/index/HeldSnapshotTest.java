package greenpair.index;

import static greenpair.index.Days.assertAnswers;
import static greenpair.index.Days.served;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Shared;
import greenpair.index.generation.NoGenerationException;
import greenpair.index.read.Snapshot;
import org.apache.lucene.store.AlreadyClosedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A snapshot answers until its last user lets go, whatever is published meanwhile.
class HeldSnapshotTest {
  @RegisterExtension static final Shared<Days.Built> BUILT = Days.shared();

  @TempDir private Path data;
  private Days days;

  @BeforeEach
  void empty() {
    days = BUILT.get().into(data);
  }

  @Test
  void snapshot_ofAReplacedGeneration_worksUntilItsLastUserLetsGo() throws IOException {
    String first = days.publish(1);
    try (LiveIndex live = SmallCatalog.live(days.store())) {
      live.refresh();
      Snapshot one = live.acquire();
      Snapshot two = live.acquire();
      String second = days.publish(2);
      assertTrue(live.refresh());
      assertEquals(second, served(live));

      assertEquals(first, one.manifest().id());
      assertAnswers(one);
      one.close();
      assertAnswers(two);
      two.close();
      assertThrows(AlreadyClosedException.class, () -> assertAnswers(two));
      assertEquals(second, served(live));
    }
  }

  @Test
  void snapshot_ofAReplacedGeneration_isNotPrunedUntilItsLastUserLetsGo() throws IOException {
    String first = days.publish(1);
    try (LiveIndex live = SmallCatalog.live(days.store())) {
      live.refresh();
      try (Snapshot old = live.acquire()) {
        days.publish(2);
        live.refresh();
        assertEquals(List.of(), days.store().prune(1));
        assertTrue(days.store().isUsed(first));
        assertAnswers(old);
      }
      assertFalse(days.store().isUsed(first));
      assertEquals(List.of(first), days.store().prune(1));
    }
  }

  @Test
  void liveIndex_isClosed_letsSnapshotsFinishAndGivesNoMore() throws IOException {
    days.publish(1);
    LiveIndex live = SmallCatalog.live(days.store());
    live.refresh();
    Snapshot snapshot = live.acquire();
    live.close();
    assertFalse(live.isReady());
    assertThrows(NoGenerationException.class, live::acquire);
    assertAnswers(snapshot);
    snapshot.close();
    assertThrows(AlreadyClosedException.class, () -> assertAnswers(snapshot));
    live.close();
  }

  @Test
  void manyReaders_whileGenerationsChange_neverMeetAClosedOne() throws Exception {
    String first = days.publish(1);
    String second = days.publish(2);
    AtomicBoolean done = new AtomicBoolean();
    try (LiveIndex live = SmallCatalog.live(days.store());
        ExecutorService threads = Executors.newFixedThreadPool(3)) {
      live.refresh();
      Callable<Integer> reader =
          () -> {
            int read = 0;
            do {
              try (Snapshot snapshot = live.acquire()) {
                assertAnswers(snapshot);
                read++;
              }
            } while (!done.get());
            return read;
          };
      List<Future<Integer>> readers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        readers.add(threads.submit(reader));
      }
      try {
        for (int i = 0; i < 20; i++) {
          days.store().publish(Published.of(i % 2 == 0 ? first : second));
          assertTrue(live.refresh());
        }
      } finally {
        done.set(true);
      }
      for (Future<Integer> each : readers) {
        assertTrue(each.get() > 0);
      }
    }
  }
}
