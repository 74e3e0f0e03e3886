package greenpair.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Entry;
import greenpair.index.SharedGenerations.Condition;
import greenpair.index.cluster.ClusterSettings;
import greenpair.index.cluster.TestCluster;
import greenpair.index.generation.Publication;
import greenpair.index.generation.StepObserver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Guarantees for several data folders that share a cluster.
@Tag("slow")
class SharedGenerationsTest {
  private static final List<Entry> FEW = SmallCatalog.ENTRIES;
  private static final List<Entry> MORE =
      Stream.concat(FEW.stream(), Stream.of(SmallCatalog.firm("third", "Third 第三", "TRN.PUB.EBS")))
          .toList();

  private static TestCluster cluster;

  @TempDir private static Path home;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    cluster = TestCluster.start(home, 1);
  }

  @AfterAll
  static void stop() throws IOException {
    cluster.close();
  }

  private static ClusterSettings named(String name) {
    return cluster.settings(name, 2);
  }

  private SharingFolder folder(String name, ClusterSettings settings) {
    return new SharingFolder(folder.resolve(name), settings);
  }

  @Test
  void publication_isFollowedByAllFolders_withItsReason() throws IOException {
    ClusterSettings settings = named("followed");
    try (SharingFolder a = folder("a", settings);
        SharingFolder b = folder("b", settings)) {
      assertEquals(Condition.EMPTY, b.look().condition());
      assertFalse(b.live.isReady());
      String first = a.publish(0, FEW);
      assertEquals(Condition.FOLLOWING, b.look().condition());
      assertEquals(first + " 2", b.served());
      String second = a.publish(1, MORE);
      assertEquals(second, b.look().published());
      assertEquals(second + " 3", b.served());
      assertEquals(a.store.journal(), b.store.journal());

      b.rollBack(first);
      assertEquals(first, a.look().published());
      assertEquals(first + " 2", a.served());
      Publication last = a.store.journal().getLast();
      assertEquals(Publication.Act.ROLLED_BACK, last.act());
      assertEquals("it was better", last.reason());
    }
  }

  @Test
  void journalOfAnEarlierVersion_isCopiedWithoutDelay_fromTheNextPublicationOn()
      throws IOException {
    String settings = "/earlier-journal/_settings";
    try (SharingFolder a = folder("a", named("earlier"))) {
      a.publish(0, FEW);
      cluster.send("PUT", settings, "{\"index.unassigned.node_left.delayed_timeout\": \"1m\"}");
      a.publish(1, FEW);
    }
    String now = cluster.send("GET", settings, "");
    assertTrue(now.contains("\"delayed_timeout\":\"0s\""), now);
  }

  @Test
  void oldGenerations_arePruned_andOneThatAFolderLacksIsFetched() throws IOException {
    ClusterSettings settings = named("pruned");
    try (SharingFolder a = folder("a", settings);
        SharingFolder b = folder("b", settings)) {
      String first = a.publish(0, FEW);
      String second = a.publish(1, MORE);
      String third = a.publish(2, FEW);
      assertEquals(Set.of(second, third), cluster.generations("pruned"));
      b.look();
      assertEquals(third + " 2", b.served());
      assertEquals(second, b.store.previous().orElseThrow());
      b.rollBack(second);
      b.look();
      assertEquals(second + " 3", b.served());
      // Of a copy that the cluster no longer has, it is loaded again.
      a.rollBack(first);
      b.look();
      assertEquals(first + " 2", b.served());
    }
  }

  @Test
  void secondOfTwoRunsAtOnce_isRefused_andTheFirstStays() throws IOException {
    ClusterSettings settings = named("twice");
    try (SharingFolder a = folder("a", settings);
        SharingFolder b = folder("b", settings)) {
      a.publish(0, FEW);
      a.begin();
      b.begin();
      String first = a.build(1, MORE);
      String second = b.build(2, FEW);
      a.store.publish(Published.of(first));
      SharedException refused =
          assertThrows(SharedException.class, () -> b.store.publish(Published.of(second)));
      assertTrue(String.valueOf(refused.getMessage()).contains("run again"), refused::toString);
      b.look();
      assertEquals(first + " 3", b.served());
      // Another attempt begins from there, and clears what the refused one left.
      String third = b.publish(3, FEW);
      a.look();
      assertEquals(third + " 2", a.served());
      assertFalse(cluster.generations("twice").contains(second));
    }
  }

  /// Ids are times by the clock of the server that built a generation; the order of publication
  /// decides.
  @Test
  void serverWhoseClockIsAhead_delaysNoLaterPublication() throws IOException {
    ClusterSettings settings = named("skewed");
    try (SharingFolder ahead = folder("ahead", settings);
        SharingFolder right = folder("right", settings);
        SharingFolder other = folder("other", settings)) {
      String tomorrow = ahead.publish(30, FEW);
      other.look();
      String today = right.publish(0, MORE);
      assertTrue(today.compareTo(tomorrow) < 0, today);
      for (SharingFolder each : List.of(ahead, right, other)) {
        assertEquals(Condition.FOLLOWING, each.look().condition());
        assertEquals(today + " 3", each.served());
        assertEquals(tomorrow, each.store.previous().orElseThrow());
      }
      assertEquals(tomorrow, other.store.shared().previous(today).orElse("none"));
      String next = ahead.publish(31, FEW);
      other.look();
      assertEquals(next + " 2", other.served());
      assertEquals(Set.of(today, next), cluster.generations("skewed"));
    }
  }

  /// A set that is being loaded by a server whose clock is behind looks older than the published
  /// one.
  @Test
  void serverWhoseClockIsBehind_keepsTheSetThatItLoads() throws IOException {
    ClusterSettings settings = named("behind");
    SharingFolder ahead = folder("ahead", settings);
    String published = ahead.publish(30, FEW);
    StepObserver pruningMeanwhile =
        done -> {
          if (done.equals("index set finished")) {
            ahead.store.shared().prune(ahead.store, 2);
          }
        };
    try (ahead;
        SharingFolder behind =
            new SharingFolder(folder.resolve("behind"), settings, pruningMeanwhile)) {
      String next = behind.publish(0, MORE);
      assertEquals(Set.of(published, next), cluster.generations("behind"));
      ahead.look();
      assertEquals(next + " 3", ahead.served());
    }
  }

  /// A run whose gate refuses its generation prunes too, although others may have published since
  /// it began.
  @Test
  void runThatBeganEarlier_deletesNoSetThatOthersPublishedSince() throws IOException {
    ClusterSettings settings = named("late");
    try (SharingFolder late = folder("late", settings);
        SharingFolder b = folder("b", settings);
        SharingFolder c = folder("c", settings)) {
      b.publish(0, FEW);
      late.begin();
      String second = b.publish(1, MORE);
      String third = c.publish(2, FEW);
      late.store.shared().prune(late.store, 2);
      assertEquals(Set.of(second, third), cluster.generations("late"));
      b.look();
      assertEquals(third + " 2", b.served());
    }
  }

  /// Where a process that loads a set dies.
  @ParameterizedTest
  @ValueSource(strings = {"page sent", "index set finished", "shared journal written"})
  void brokenPublication_leavesTheLastOne_andTheNextRunCleansUp(String step) throws IOException {
    ClusterSettings settings = named("broken");
    Path data = folder.resolve("a");
    String first;
    try (SharingFolder a = new SharingFolder(data, settings)) {
      first = a.publish(0, FEW);
    }
    try (SharingFolder dying =
            new SharingFolder(
                data,
                settings,
                done -> {
                  if (done.equals(step)) {
                    throw new IllegalStateException("dies here");
                  }
                });
        SharingFolder b = folder("b", settings)) {
      dying.begin();
      String second = dying.build(1, MORE);
      assertThrows(IllegalStateException.class, () -> dying.store.publish(Published.of(second)));
      b.look();
      assertEquals(first + " 2", b.served());
      assertTrue(cluster.generations("broken").contains(second));
    }
    try (SharingFolder a = new SharingFolder(data, settings);
        SharingFolder b = folder("b", settings)) {
      String third = a.publish(2, MORE);
      b.look();
      assertEquals(third + " 3", b.served());
      assertEquals(new TreeSet<>(Set.of(first, third)), cluster.generations("broken"));
      assertEquals(first, b.store.previous().orElseThrow());
    }
    cluster.delete("broken");
  }

  @Test
  void longAndChineseEntries_comeBackAsTheyWere() throws IOException {
    ClusterSettings settings = named("long");
    List<Entry> entries = new ArrayList<>(FEW);
    for (int i = 0; i < 1200; i++) {
      String about = i == 7 ? "巴士厂\\ud83d\\ude8c \\\"".repeat(5_000) : "Buses " + i;
      entries.add(
          SmallCatalog.entry(
              "firm",
              "f" + i,
              "Firm 厂 " + i,
              "'technologies':['TRN.PUB.EBS'],'description':{'zh':'" + about + "'}"));
    }
    try (SharingFolder a = folder("a", settings);
        SharingFolder b = folder("b", settings)) {
      a.publish(0, entries);
      b.look();
      a.live.refresh();
      try (var mine = a.live.acquire();
          var theirs = b.live.acquire()) {
        for (greenpair.catalog.Kind kind : greenpair.catalog.Kind.values()) {
          assertEquals(mine.entries(kind, 0, 2_000), theirs.entries(kind, 0, 2_000));
        }
        assertEquals(1_202, theirs.entries(greenpair.catalog.Kind.FIRM, 0, 2_000).size());
      }
    }
  }
}
