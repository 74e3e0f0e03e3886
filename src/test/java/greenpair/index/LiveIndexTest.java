package greenpair.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.store.AlreadyClosedException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LiveIndexTest {
  /// The day of the generation of another configuration.
  private static final int OTHER = 4;

  @TempDir private static Path built;
  @TempDir private Path data;

  /// A generation for each of three days and one of another configuration, from which the tests
  /// take copies.
  @BeforeAll
  static void build() throws IOException {
    GenerationStore store = new GenerationStore(built);
    for (int day = 1; day <= 3; day++) {
      SmallCatalog.build(store, SmallCatalog.CONFIGURATION, day, SmallCatalog.ENTRIES);
    }
    SmallCatalog.build(store, SmallCatalog.ANOTHER_CONFIGURATION, OTHER, SmallCatalog.ENTRIES);
  }

  private GenerationStore store() {
    return new GenerationStore(data);
  }

  /// Puts the generation of that day into the data folder, unless it is there.
  private String take(int day) throws IOException {
    String id = "2026030" + (1 + day) + "T120000.000Z";
    Path from = new GenerationStore(built).generations().resolve(id);
    if (!Files.exists(directory(id))) {
      try (var paths = Files.walk(from)) {
        for (Path path : paths.toList()) {
          Path to = directory(id).resolve(from.relativize(path).toString());
          Files.createDirectories(to.getParent());
          Files.copy(path, to);
        }
      }
    }
    return id;
  }

  private String publish(int day) throws IOException {
    String id = take(day);
    store().publish(Published.of(id));
    return id;
  }

  private Path directory(String id) {
    return store().generations().resolve(id);
  }

  private static String served(LiveIndex live) {
    try (Snapshot snapshot = live.acquire()) {
      return snapshot.manifest().id();
    }
  }

  /// That a snapshot answers from its files and from its memory.
  private static void assertAnswers(Snapshot snapshot) {
    assertTrue(snapshot.entry(Kind.FIRM, SmallCatalog.id("busmaker")).isPresent());
    assertTrue(snapshot.city(SmallCatalog.id("cn-north")).isPresent());
  }

  // What is opened

  @Test
  void emptyFolder_isOpened_isNotReadyAndSaysWhatToDo() {
    try (LiveIndex live = SmallCatalog.live(store())) {
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
    String id = publish(1);
    try (LiveIndex live = SmallCatalog.live(store())) {
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
    String first = publish(1);
    try (LiveIndex live = SmallCatalog.live(store())) {
      assertTrue(live.refresh());
      assertFalse(live.refresh(), "nothing new");
      String second = publish(2);
      assertEquals(first, served(live));
      assertTrue(live.refresh());
      assertEquals(second, served(live));
      assertFalse(live.refresh());
    }
  }

  @Test
  void generation_isBuiltButNotPublished_isNotServed() throws IOException {
    String first = publish(1);
    take(2);
    try (LiveIndex live = SmallCatalog.live(store())) {
      live.refresh();
      assertEquals(first, served(live));
      assertFalse(live.refresh());
    }
  }

  @Test
  void olderGeneration_isPublishedAgain_isServed() throws IOException {
    String first = publish(1);
    publish(2);
    try (LiveIndex live = SmallCatalog.live(store())) {
      live.refresh();
      store().publish(Published.of(first));
      assertTrue(live.refresh());
      assertEquals(first, served(live));
    }
  }

  @Test
  void generation_ofNothing_isOpenedAndIsEmpty() throws IOException {
    SmallCatalog.publish(store(), 1, List.of());
    try (LiveIndex live = SmallCatalog.live(store())) {
      assertTrue(live.refresh());
      try (Snapshot snapshot = live.acquire()) {
        for (Kind kind : Kind.values()) {
          assertEquals(List.of(), snapshot.entries(kind, 0, 10));
          assertEquals(Optional.empty(), snapshot.entry(kind, SmallCatalog.id("x")));
          CandidateQuery query =
              new CandidateQuery(kind, Map.of(SmallCatalog.BUS, 1.0), "bus", null, 10);
          if (kind != Kind.CITY) {
            assertEquals(List.of(), snapshot.candidates(query));
          }
        }
      }
    }
  }

  @Test
  void generation_askedByItsId_isOpenedWhateverIsServed() throws IOException {
    String first = publish(1);
    String second = publish(2);
    String other = take(OTHER);
    try (LiveIndex live = SmallCatalog.live(store())) {
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

  // What is refused

  @Test
  void generation_ofAnotherConfiguration_isRefusedAndThePreviousIsServed() throws IOException {
    String first = publish(1);
    String other = take(OTHER);
    try (LiveIndex live = SmallCatalog.live(store())) {
      live.refresh();
      store().publish(Published.of(other));
      assertFalse(live.refresh());
      assertEquals(first, served(live));
      assertEquals(
          List.of(
              "generation "
                  + other
                  + " cannot be served: it was built with configuration decadedecade and this one"
                  + " is c0ffeec0ffee; run reindex to build it anew"),
          live.refusals());
    }
  }

  @Test
  void onlyGeneration_ofAnotherConfiguration_isRefusedAndNothingIsServed() throws IOException {
    String id = publish(1);
    try (LiveIndex live = SmallCatalog.live(store(), SmallCatalog.ANOTHER_CONFIGURATION)) {
      assertFalse(live.refresh());
      assertFalse(live.isReady());
      String message =
          String.valueOf(assertThrows(NoGenerationException.class, live::acquire).getMessage());
      assertTrue(message.contains(id), message);
      assertTrue(message.contains("c0ffeec0ffee"), message);
      assertTrue(message.contains("decadedecade"), message);
      assertTrue(message.endsWith("build one with: greenpair reindex"), message);
    }
  }

  @Test
  void refusal_afterAGoodGenerationIsPublished_isForgotten() throws IOException {
    publish(1);
    String other = take(OTHER);
    store().publish(Published.of(other));
    try (LiveIndex live = SmallCatalog.live(store())) {
      live.refresh();
      assertEquals(1, live.refusals().size());
      String good = publish(2);
      assertTrue(live.refresh());
      assertEquals(good, served(live));
      assertEquals(List.of(), live.refusals());
    }
  }

  /// One damage to a generation.
  private interface Damage {
    void to(Path directory) throws IOException;
  }

  /// A damaged generation is refused, with words that tell what is wrong with it, and the previous
  /// one is served: by an index that served it already, and by one that starts anew.
  private void assertRefused(Damage damage, String... words) throws IOException {
    String good = publish(1);
    try (LiveIndex live = SmallCatalog.live(store());
        LiveIndex started = SmallCatalog.live(store())) {
      live.refresh();
      String bad = publish(2);
      damage.to(directory(bad));

      assertFalse(live.refresh());
      assertEquals(good, served(live));
      assertTrue(started.refresh());
      assertEquals(good, served(started));
      for (LiveIndex each : List.of(live, started)) {
        assertEquals(1, each.refusals().size(), each.refusals()::toString);
        String refusal = each.refusals().getFirst();
        assertTrue(refusal.startsWith("generation " + bad + " cannot be served: "), refusal);
        for (String word : words) {
          assertTrue(refusal.contains(word), refusal);
        }
      }

      String next = publish(3);
      assertTrue(live.refresh());
      assertEquals(next, served(live));
    }
  }

  private static void flip(Path file, long at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) at] ^= 0x10;
    Files.write(file, bytes);
  }

  @Test
  void everyKindOfFile_withOneBitFlippedInItsMiddle_isRefusedByName() throws IOException {
    String good = publish(1);
    String second = publish(2);
    Map<String, String> kinds = new TreeMap<>();
    store()
        .list()
        .getFirst()
        .files()
        .forEach((name, sum) -> kinds.putIfAbsent(name.replaceAll(".*/[^.]*", ""), name));
    assertTrue(kinds.size() >= 12, "Lucene writes many kinds of files: " + kinds);
    for (String name : kinds.values()) {
      Path file = directory(second).resolve(name);
      flip(file, Files.size(file) / 2);
      try (LiveIndex live = SmallCatalog.live(store())) {
        assertTrue(live.refresh(), name);
        assertEquals(good, served(live), name);
        assertEquals(
            List.of(
                "generation "
                    + second
                    + " cannot be served: file "
                    + name
                    + " is damaged: its checksum differs"),
            live.refusals());
      }
      flip(file, Files.size(file) / 2);
    }
    try (LiveIndex live = SmallCatalog.live(store())) {
      live.refresh();
      assertEquals(second, served(live), "mended, it is served");
    }
  }

  private static Path biggest(Path directory, String kind) throws IOException {
    try (var files = Files.list(directory.resolve(kind))) {
      return files
          .max(java.util.Comparator.comparingLong(file -> file.toFile().length()))
          .orElseThrow();
    }
  }

  @Test
  void generation_withAMissingFile_isRefused() throws IOException {
    assertRefused(directory -> Files.delete(biggest(directory, "firm")), "firm/", "is missing");
  }

  @Test
  void generation_withATruncatedFile_isRefused() throws IOException {
    assertRefused(
        directory -> {
          Path file = biggest(directory, "city");
          byte[] bytes = Files.readAllBytes(file);
          Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));
        },
        "city/",
        " bytes, not ");
  }

  @Test
  void generation_withAFileThatGrew_isRefused() throws IOException {
    assertRefused(
        directory ->
            Files.write(
                biggest(directory, "need"), new byte[1], java.nio.file.StandardOpenOption.APPEND),
        "need/",
        " bytes, not ");
  }

  @Test
  void generation_withAnEmptiedFile_isRefused() throws IOException {
    assertRefused(
        directory -> Files.write(biggest(directory, "solution"), new byte[0]), "has 0 bytes, not ");
  }

  @Test
  void generation_withoutAWholeKind_isRefused() throws IOException {
    assertRefused(
        directory -> {
          try (var files = Files.walk(directory.resolve("deployment"))) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
              Files.delete(file);
            }
          }
        },
        "deployment/",
        "is missing");
  }

  @Test
  void generation_withoutManifest_isRefusedAsUnfinished() throws IOException {
    assertRefused(
        directory -> Files.delete(directory.resolve(Manifest.FILE)),
        "no readable manifest.properties, so its build did not finish");
  }

  @Test
  void generation_withAManifestOfRubbish_isRefused() throws IOException {
    assertRefused(
        directory -> Files.write(directory.resolve(Manifest.FILE), new byte[] {0, 1, -1, 92, 117}),
        "manifest.properties is damaged");
  }

  @Test
  void generation_withAnEmptyManifest_isRefused() throws IOException {
    assertRefused(
        directory -> Files.write(directory.resolve(Manifest.FILE), new byte[0]),
        "manifest.properties is damaged");
  }

  @Test
  void generation_thatIsGone_isRefused() throws IOException {
    assertRefused(
        directory -> Files.move(directory, directory.resolveSibling("elsewhere")), "cannot be");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void generation_withAFileThatTheDiskCannotRead_isRefused() throws IOException {
    // Reading the first bytes of this file of the kernel is an I/O error.
    assertRefused(
        directory -> {
          Path unreadable = Path.of("/proc/self/mem");
          Manifest manifest = Manifest.read(directory);
          Map<String, Manifest.Sum> files = new TreeMap<>(manifest.files());
          files.put("a-file", new Manifest.Sum(Files.size(unreadable), 0));
          Files.createSymbolicLink(directory.resolve("a-file"), unreadable);
          new Manifest(
                  manifest.id(),
                  manifest.configuration(),
                  manifest.indexing(),
                  manifest.created(),
                  manifest.newest(),
                  manifest.counts(),
                  manifest.sources(),
                  files)
              .write(directory);
        },
        "a-file",
        "cannot be read");
  }

  @Test
  void twoBadGenerations_inARow_areBothNamedAndTheOneBeforeIsServed() throws IOException {
    String good = publish(1);
    String second = publish(2);
    String third = publish(3);
    Files.delete(directory(second).resolve(Manifest.FILE));
    Files.delete(biggest(directory(third), "firm"));
    try (LiveIndex live = SmallCatalog.live(store())) {
      assertTrue(live.refresh());
      assertEquals(good, served(live));
      assertEquals(2, live.refusals().size());
      assertTrue(live.refusals().get(0).contains(third), live.refusals().get(0));
      assertTrue(live.refusals().get(1).contains(second), live.refusals().get(1));
    }
  }

  @Test
  void badGeneration_rolledBackTo_isRefusedAndWhatIsServedStays() throws IOException {
    publish(1);
    String second = publish(2);
    String third = publish(3);
    Files.delete(biggest(directory(second), "firm"));
    try (LiveIndex live = SmallCatalog.live(store())) {
      live.refresh();
      store().publish(Published.of(second));
      assertFalse(live.refresh());
      assertEquals(third, served(live), "not an older one that nobody asked for");
      assertEquals(1, live.refusals().size());
    }
  }

  @Test
  void newerUnpublishedGeneration_whenThePublishedIsBad_isNotTried() throws IOException {
    String first = publish(1);
    String second = publish(2);
    take(3);
    Files.delete(biggest(directory(second), "firm"));
    try (LiveIndex live = SmallCatalog.live(store())) {
      assertTrue(live.refresh());
      assertEquals(first, served(live), "nobody passed the newer one");
    }
  }

  // Who holds what

  @Test
  void snapshot_ofAReplacedGeneration_worksUntilItsLastUserLetsGo() throws IOException {
    String first = publish(1);
    try (LiveIndex live = SmallCatalog.live(store())) {
      live.refresh();
      Snapshot one = live.acquire();
      Snapshot two = live.acquire();
      String second = publish(2);
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
    String first = publish(1);
    try (LiveIndex live = SmallCatalog.live(store())) {
      live.refresh();
      try (Snapshot old = live.acquire()) {
        publish(2);
        live.refresh();
        assertEquals(List.of(), store().prune(1));
        assertTrue(store().isUsed(first));
        assertAnswers(old);
      }
      assertFalse(store().isUsed(first));
      assertEquals(List.of(first), store().prune(1));
    }
  }

  @Test
  void garbledCurrent_isPassedOver_theLastPublishedIsServedAndItIsSaid() throws IOException {
    publish(1);
    String last = publish(2);
    take(3);
    for (byte[] bytes :
        List.of(new byte[] {0, -1, 7}, "\n".getBytes(UTF_8), "20".getBytes(UTF_8))) {
      Files.write(data.resolve("CURRENT"), bytes);
      try (LiveIndex live = SmallCatalog.live(store())) {
        assertTrue(live.refresh());
        assertEquals(last, served(live));
        assertEquals(1, live.refusals().size());
        String said = live.refusals().getFirst();
        assertTrue(said.contains("does not name a generation"), said);
      }
    }
    Files.delete(data.resolve("CURRENT"));
    try (LiveIndex live = SmallCatalog.live(store())) {
      assertTrue(live.refresh());
      assertEquals(last, served(live));
      assertTrue(live.refusals().getFirst().contains("is missing"));
      store().publish(Published.of(last));
      live.refresh();
      assertEquals(List.of(), live.refusals());
    }
  }

  @Test
  void badGeneration_thatIsMended_isServedAtTheNextLook() throws IOException {
    String id = publish(1);
    Path manifest = store().generations().resolve(id).resolve(Manifest.FILE);
    byte[] good = Files.readAllBytes(manifest);
    Files.writeString(manifest, "rubbish");
    try (LiveIndex live = SmallCatalog.live(store())) {
      assertFalse(live.refresh());
      List<String> first = live.refusals();
      assertFalse(live.refresh());
      assertEquals(first, live.refusals());
      Files.write(manifest, good);
      assertTrue(live.refresh());
      assertEquals(id, served(live));
      assertEquals(List.of(), live.refusals());
    }
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void snapshot_closedTwice_letsGoOnlyOnce() throws IOException {
    publish(1);
    try (LiveIndex live = SmallCatalog.live(store())) {
      live.refresh();
      Snapshot one = live.acquire();
      one.close();
      one.close();
      try (Snapshot two = live.acquire()) {
        assertAnswers(two);
      }
    }
  }

  @Test
  void liveIndex_isClosed_letsSnapshotsFinishAndGivesNoMore() throws IOException {
    publish(1);
    LiveIndex live = SmallCatalog.live(store());
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
    String first = publish(1);
    String second = publish(2);
    AtomicBoolean done = new AtomicBoolean();
    try (LiveIndex live = SmallCatalog.live(store());
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
          store().publish(Published.of(i % 2 == 0 ? first : second));
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

  // What a snapshot lists

  @Test
  void entries_arePaged_comeInTheOrderOfTheCatalog() throws IOException {
    List<Entry> firms = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      firms.add(SmallCatalog.firm("firm" + (9 - i), "Firm", "TRN.PUB.EBS"));
    }
    SmallCatalog.publish(store(), 1, firms);
    try (LiveIndex live = SmallCatalog.live(store())) {
      live.refresh();
      try (Snapshot snapshot = live.acquire()) {
        assertEquals(firms, snapshot.entries(Kind.FIRM, 0, 100));
        assertEquals(firms.subList(2, 5), snapshot.entries(Kind.FIRM, 2, 3));
        assertEquals(firms.subList(6, 7), snapshot.entries(Kind.FIRM, 6, Integer.MAX_VALUE));
        assertEquals(List.of(), snapshot.entries(Kind.FIRM, 7, 1));
        assertEquals(List.of(), snapshot.entries(Kind.FIRM, Integer.MAX_VALUE, 1));
        assertEquals(List.of(), snapshot.entries(Kind.FIRM, 0, 0));
      }
    }
  }

  @Test
  void needs_ofACity_comeById() throws IOException {
    publish(1);
    try (LiveIndex live = SmallCatalog.live(store())) {
      live.refresh();
      try (Snapshot snapshot = live.acquire()) {
        assertEquals(
            List.of("n1", "n2"),
            snapshot.needs(SmallCatalog.id("cn-north")).stream()
                .map(Need::id)
                .map(Object::toString)
                .toList());
        assertEquals(List.of(), snapshot.needs(SmallCatalog.id("us-west")));
        assertEquals(List.of(), snapshot.needs(SmallCatalog.id("nowhere")));
      }
    }
  }
}
