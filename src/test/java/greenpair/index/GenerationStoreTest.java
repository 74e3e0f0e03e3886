package greenpair.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.index.build.GenerationBuilder;
import greenpair.index.generation.BusyException;
import greenpair.index.generation.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class GenerationStoreTest {
  @TempDir private Path data;

  private GenerationStore store() {
    return new GenerationStore(data);
  }

  private String build(int days) throws IOException {
    return SmallCatalog.build(
        store(), SmallCatalog.CONFIGURATION, days, SmallCatalog.ENTRIES.subList(0, 2));
  }

  private List<String> directories() throws IOException {
    try (var paths = Files.list(store().generations())) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private List<String> listed() {
    return store().list().stream().map(Manifest::id).toList();
  }

  // Publishing

  @Test
  void anotherGeneration_isPublished_triesItFirstAndThenOlderOnes() throws IOException {
    String first = SmallCatalog.publish(store(), 1, SmallCatalog.ENTRIES);
    String second = SmallCatalog.publish(store(), 2, SmallCatalog.ENTRIES);
    String third = SmallCatalog.publish(store(), 3, SmallCatalog.ENTRIES);
    assertEquals(List.of(third, second, first), tried());
    store().publish(Published.of(second));
    assertEquals(List.of(second, first), tried(), "nobody asks for the newer one any more");
  }

  private List<String> tried() {
    return store().toTry().stream().map(path -> path.getFileName().toString()).toList();
  }

  @Test
  void publishing_overAndOver_isNeverSeenHalfDone() throws Exception {
    String first = build(1);
    String second = build(2);
    store().publish(Published.of(first));
    AtomicBoolean done = new AtomicBoolean();
    Set<Optional<String>> either = Set.of(Optional.of(first), Optional.of(second));
    Callable<Boolean> reader =
        () -> {
          while (!done.get()) {
            if (!either.contains(store().published())) {
              return false;
            }
          }
          return true;
        };
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      var seen = threads.submit(reader);
      for (int i = 0; i < 200; i++) {
        store().publish(Published.of(i % 2 == 0 ? second : first));
      }
      done.set(true);
      assertTrue(seen.get(), "a reader saw neither of the two");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void publishing_onAFullDisk_fails_thePublishedOneStays() throws IOException {
    String first = SmallCatalog.publish(store(), 1, SmallCatalog.ENTRIES);
    String second = build(2);
    Path file = data.resolve("publications.tsv");
    Path whole = Files.move(file, data.resolve("whole"));
    Files.createSymbolicLink(file, Path.of("/dev/full"));
    String message =
        assertThrows(IOException.class, () -> store().publish(Published.of(second))).getMessage();
    assertTrue(String.valueOf(message).contains("No space left"), message);
    Files.delete(file);
    Files.writeString(file, Files.readString(whole) + "2026-01-01T00:00");
    assertEquals(Optional.of(first), store().published(), "half of a line counts");
    assertEquals(Optional.empty(), store().fault());
    store().publish(Published.of(second));
    assertEquals(Optional.of(second), store().published());
  }

  @Test
  void ids_ofTwoBuildsInOneMillisecond_differAndSortByAge() throws IOException {
    String first = build(0);
    String second = build(0);
    assertEquals("20260301T120000.000Z", first);
    assertTrue(second.compareTo(first) > 0, second);
    assertEquals(List.of(second, first), listed());
  }

  // Pruning and leftovers

  @Test
  void prune_keepsTheNewestAndSaysWhatItDeleted() throws IOException {
    List<String> ids = List.of(build(1), build(2), build(3), build(4));
    store().publish(Published.of(ids.get(3)));
    assertEquals(List.of(ids.get(1), ids.get(0)), store().prune(2));
    assertEquals(List.of(ids.get(2), ids.get(3)), directories());
  }

  @Test
  void prune_afterARollBack_neverDeletesThePublishedOne() throws IOException {
    List<String> ids = List.of(build(1), build(2), build(3));
    store().publish(Published.of(ids.get(0)));
    assertEquals(List.of(ids.get(1)), store().prune(1));
    assertEquals(List.of(ids.get(0), ids.get(2)), directories());
    assertEquals(Optional.of(ids.get(0)), store().published());
  }

  @Test
  void leftovers_ofABuildThatDidNotFinish_areNotListedAndClearedByTheNext() throws IOException {
    String good = build(1);
    String leftover;
    try (GenerationStore.Lock lock = store().lock();
        GenerationBuilder unfinished =
            SmallCatalog.begin(
                store(), lock, SmallCatalog.NOON.plusSeconds(86_400L * 2), SmallCatalog.ENTRIES)) {
      leftover = String.valueOf(unfinished.directory().getFileName());
    }
    assertEquals(List.of(good, leftover), directories());
    assertEquals(List.of(good), listed());
    String next = build(3);
    assertEquals(List.of(good, next), directories());
  }

  // The lock

  @Test
  void secondBuild_inTheSameProcess_isRefused() throws IOException {
    try (GenerationStore.Lock first = store().lock()) {
      assertTrue(first != null);
      assertEquals(
          "another reindex, backup or rollback is running on "
              + data
              + ", and only one can run at a time; try again when it has ended",
          assertThrows(BusyException.class, () -> store().lock()).getMessage());
    }
    store().lock().close();
  }

  @Test
  void secondBuild_whileAnotherProcessBuilds_isRefused() throws Exception {
    try (AnotherProcess other = AnotherProcess.holding(data)) {
      assertThrows(BusyException.class, () -> store().lock());
      other.end();
    }
    store().lock().close();
  }

  @Test
  void lock_ofAProcessThatIsKilled_diesWithIt() throws Exception {
    try (AnotherProcess other = AnotherProcess.holding(data)) {
      other.kill();
    }
    store().lock().close();
  }

  @Test
  void lock_afterABuildThatFailed_isFree() throws IOException {
    assertThrows(
        IllegalStateException.class,
        () -> {
          try (GenerationStore.Lock lock = store().lock();
              GenerationBuilder builder =
                  SmallCatalog.begin(store(), lock, SmallCatalog.NOON, SmallCatalog.ENTRIES)) {
            // A deployment in a city that was not surveyed.
            var deployment = SmallCatalog.deployment("d9", "nowhere", "busmaker", "LGT.LED", "B");
            builder.add(deployment, SmallCatalog.JSON.encode(deployment));
          }
        });
    store().lock().close();
  }

  @Test
  void build_ofAProcessThatIsKilledHalfWay_leavesNoGenerationAndNoLock() throws Exception {
    String good = SmallCatalog.publish(store(), 1, SmallCatalog.ENTRIES);
    assertEquals("half built", AnotherProcess.dyingHalfWay(data));
    assertEquals(2, directories().size());
    assertEquals(List.of(good), listed());
    try (LiveIndex live = SmallCatalog.live(store())) {
      assertTrue(live.refresh());
      assertEquals(List.of(), live.refusals());
    }
    String next = build(5);
    assertEquals(List.of(good, next), directories());
  }

  @Test
  void journal_withABadByte_losesThatLineAndNoOther() throws IOException {
    String first = SmallCatalog.publish(store(), 1, SmallCatalog.ENTRIES);
    String second = SmallCatalog.publish(store(), 2, SmallCatalog.ENTRIES);
    Path file = data.resolve("publications.tsv");
    byte[] bytes = Files.readAllBytes(file);
    int last = Files.readAllLines(file).getFirst().length() + 1;
    for (int at = 0; at < bytes.length - 1; at += 7) {
      byte[] bad = bytes.clone();
      bad[at] = (byte) '\t';
      Files.write(file, bad);
      String good = at < last ? second : first;
      if (store().journal().size() < 2) {
        assertEquals(Optional.of(good), store().published(), "byte " + at);
        assertEquals(at >= last, store().fault().isPresent(), "byte " + at);
      }
    }
    Files.write(file, bytes);
    assertEquals(Optional.of(first), store().previous());
  }

  @Test
  void previous_afterTheClockWasSetBack_isTheOnePublishedBefore() throws IOException {
    String late = SmallCatalog.publish(store(), 9, SmallCatalog.ENTRIES);
    String early = SmallCatalog.publish(store(), 2, SmallCatalog.ENTRIES);
    assertEquals(Optional.of(late), store().previous());
    store().publish(Published.of(late));
    assertEquals(Optional.empty(), store().previous(), "nothing was published before " + early);
  }

  @Test
  void previous_afterAReturnToAnOlderOne_isNotTheOneThatWasLeft() throws IOException {
    String good = SmallCatalog.publish(store(), 1, SmallCatalog.ENTRIES);
    String left = SmallCatalog.publish(store(), 2, SmallCatalog.ENTRIES);
    store().publish(Published.of(good));
    String next = SmallCatalog.publish(store(), 3, SmallCatalog.ENTRIES);
    assertEquals(Optional.of(good), store().previous(), left + " was left, before " + next);
    assertEquals(
        List.of(next, good),
        store().toTry().stream().map(each -> each.getFileName().toString()).toList());
  }
}
