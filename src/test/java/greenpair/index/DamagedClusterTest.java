package greenpair.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Entry;
import greenpair.index.SharedGenerations.Condition;
import greenpair.index.cluster.ClusterSettings;
import greenpair.index.cluster.TestCluster;
import greenpair.index.generation.NoGenerationException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Manual changes in the cluster are detected and reported, never served.
@Tag("slow")
class DamagedClusterTest {
  private static final List<Entry> FEW = SmallCatalog.ENTRIES;

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

  private SharingFolder folder(String name, ClusterSettings settings) {
    return new SharingFolder(folder.resolve(name), settings);
  }

  /// The index of the entries of a generation.
  private static String index(ClusterSettings settings, String id) {
    return settings.name() + "-" + id.toLowerCase(java.util.Locale.ROOT);
  }

  private static void assertServesNothing(SharingFolder folder, String why) {
    folder.live.refresh();
    NoGenerationException none =
        Assertions.assertThrows(NoGenerationException.class, folder.live::acquire);
    assertTrue(String.valueOf(none.getMessage()).contains(why), none::toString);
  }

  @Test
  void deletedIndex_isReported_andLoadedAgainFromACopy() throws IOException {
    ClusterSettings settings = cluster.settings("deleted", 1);
    try (SharingFolder a = folder("a", settings);
        SharingFolder b = folder("b", settings)) {
      String id = a.publish(0, FEW);
      a.look();
      cluster.send("DELETE", "/" + index(settings, id), "");
      SharedGenerations.State state = a.look();
      assertEquals(Condition.EMPTY, state.condition());
      assertTrue(state.fault().contains("greenpair reindex"), state.fault());
      assertEquals(id + " 2", a.served());
      b.look();
      assertServesNothing(b, "nothing is published");

      a.rollBack(id);
      b.look();
      assertEquals(id + " 2", b.served());
    }
  }

  @Test
  void changedDocument_isFoundByItsChecksum() throws IOException {
    ClusterSettings settings = cluster.settings("changed", 1);
    try (SharingFolder a = folder("a", settings);
        SharingFolder b = folder("b", settings)) {
      String id = a.publish(0, FEW);
      String index = index(settings, id);
      cluster.send("PUT", "/" + index + "/_settings", "{\"index.blocks.write\": false}");
      cluster.send(
          "POST",
          "/" + index + "/_update/firm:busmaker?refresh=true",
          "{\"doc\": {\"line\": \"{}\"}}");
      SharedGenerations.State state = b.look();
      assertEquals(Condition.DAMAGED, state.condition(), state::toString);
      assertTrue(state.fault().contains("some were changed"), state.fault());
      assertServesNothing(b, "not as it was written");
      assertFalse(b.live.isBehind(), "it is not copied again every second");
      assertEquals(Condition.DAMAGED, b.live.shared().orElseThrow().condition());

      // Another publication repairs it.
      String next = a.publish(1, FEW);
      b.look();
      assertEquals(next + " 2", b.served());
    }
  }

  /// A field that is added changes no entry. A template that removes the sources is noticed before
  /// the alias is switched.
  @Test
  void changedMapping_isHarmless_orRefusesThePublication() throws IOException {
    ClusterSettings settings = cluster.settings("mapped", 1);
    try (SharingFolder a = folder("a", settings);
        SharingFolder b = folder("b", settings)) {
      String first = a.publish(0, FEW);
      cluster.send(
          "PUT",
          "/" + index(settings, first) + "/_mapping",
          "{\"properties\": {\"note\": {\"type\": \"keyword\"}}}");
      b.look();
      assertEquals(first + " 2", b.served());
      cluster.send(
          "PUT",
          "/_index_template/by-hand",
          "{\"index_patterns\": [\"mapped-*\"],"
              + " \"template\": {\"mappings\": {\"_source\": {\"enabled\": false}}}}");
      SharedException refused =
          Assertions.assertThrows(SharedException.class, () -> a.publish(1, FEW));
      assertEquals(Condition.DAMAGED, refused.condition(), refused::toString);
      assertEquals(Condition.FOLLOWING, b.look().condition());
      assertEquals(first + " 2", b.served());
      cluster.send("DELETE", "/_index_template/by-hand", "");
      String second = a.publish(2, FEW);
      b.look();
      assertEquals(second + " 2", b.served());
    }
  }

  @Test
  void deletedJournalAndAlias_areReported_andWrittenAgain() throws IOException {
    ClusterSettings settings = cluster.settings("lost", 1);
    try (SharingFolder a = folder("a", settings);
        SharingFolder b = folder("b", settings)) {
      String first = a.publish(0, FEW);
      cluster.send("DELETE", "/lost-journal", "");
      b.look();
      assertEquals(first + " 2", b.served());
      cluster.send("DELETE", "/" + index(settings, first) + "/_alias/lost-published", "");
      assertEquals(Condition.EMPTY, b.look().condition());
      assertEquals(first + " 2", b.served());
      String second = a.publish(1, FEW);
      assertEquals(Condition.FOLLOWING, b.look().condition());
      assertEquals(second + " 2", b.served());
    }
  }

  @Test
  void publishedIndex_takesNoWrites() throws IOException {
    ClusterSettings settings = cluster.settings("closed", 1);
    try (SharingFolder a = folder("a", settings)) {
      String id = a.publish(0, FEW);
      SharedException refused =
          Assertions.assertThrows(
              SharedException.class,
              () ->
                  cluster.send(
                      "PUT",
                      "/" + index(settings, id) + "/_doc/x?refresh=true",
                      "{\"place\": 99}"));
      assertTrue(String.valueOf(refused.getMessage()).contains("blocked"), refused::toString);
    }
  }

  @Test
  void clusterThatTakesNoIndexes_refusesThePublication_andTheLastOneStays() throws IOException {
    ClusterSettings settings = cluster.settings("full", 1);
    try (SharingFolder a = folder("a", settings);
        SharingFolder b = folder("b", settings)) {
      String first = a.publish(0, FEW);
      // As it does when its disks are full.
      cluster.send(
          "PUT", "/_cluster/settings", "{\"persistent\": {\"cluster.blocks.create_index\": true}}");
      try {
        SharedException refused =
            Assertions.assertThrows(SharedException.class, () -> a.publish(1, FEW));
        assertTrue(
            String.valueOf(refused.getMessage()).contains("create-index blocked"),
            refused::toString);
        b.look();
        assertEquals(first + " 2", b.served());
        assertEquals(first, a.store.published().orElseThrow());
      } finally {
        cluster.send(
            "PUT",
            "/_cluster/settings",
            "{\"persistent\": {\"cluster.blocks.create_index\": null}}");
      }
      String second = a.publish(2, FEW);
      b.look();
      assertEquals(second + " 2", b.served());
    }
  }

  @Test
  void serverWithAnotherConfiguration_copiesNothing_andSaysWhy() throws IOException {
    ClusterSettings settings = cluster.settings("other", 1);
    try (SharingFolder a = folder("a", settings);
        SharingFolder b =
            new SharingFolder(folder.resolve("b"), settings, SmallCatalog.ANOTHER_CONFIGURATION)) {
      a.publish(0, FEW);
      assertEquals(Condition.OTHER_CONFIGURATION, b.look().condition());
      assertServesNothing(b, "was built with configuration c0ffeec0ffee");
    }
  }
}
