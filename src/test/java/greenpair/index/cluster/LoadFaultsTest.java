package greenpair.index.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.index.SharedException;
import greenpair.index.SharedGenerations.Condition;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a cluster answers while a generation is written to it: busy nodes and missing copies are
/// waited for, all else ends the run.
class LoadFaultsTest {
  /// The first answer is lost with the node that gave it.
  @Test
  void indexThatIsThereAlready_countsAsCreated() throws IOException {
    String there = "400 {\"error\":{\"type\":\"resource_already_exists_exception\"}}";
    try (FakeCluster cluster = new FakeCluster(request -> there);
        Connection connection = new Connection(cluster.settings("", "", "", null))) {
      assertFalse(connection.create("/greenpair-journal", Map.of()));
      assertThrows(SharedException.class, () -> connection.send("PUT", "/x", Map.of()));
    }
  }

  @ParameterizedTest
  @CsvSource({"green, 200", "yellow, 408"})
  void missingCopies_areWaitedFor_andStopNothing(String health, int status) throws IOException {
    String answer = status + " {\"status\":\"" + health + "\"}";
    try (FakeCluster cluster = new FakeCluster(request -> answer);
        Connection connection = new Connection(cluster.settings("", "", "", null))) {
      assertEquals(health, connection.health("a,b"));
      new PublishedSets(connection, "greenpair").awaitCopies("20260301T120000.000Z");
      assertEquals(2, cluster.asked.size());
    }
  }

  @Test
  void lostShards_areNotPublished() throws IOException {
    try (FakeCluster cluster = new FakeCluster(request -> "408 {\"status\":\"red\"}");
        Connection connection = new Connection(cluster.settings("", "", "", null))) {
      PublishedSets sets = new PublishedSets(connection, "greenpair");
      SharedException e =
          assertThrows(SharedException.class, () -> sets.awaitCopies("20260301T120000.000Z"));
      assertTrue(String.valueOf(e.getMessage()).contains("lost a shard"), e::toString);
    }
  }

  @Test
  void fullDisk_isNamedBesideTheFailure() throws IOException {
    String disks =
        "{\"nodes\":{\"a\":{\"name\":\"n1\",\"fs\":{\"total\":"
            + "{\"total_in_bytes\":500,\"available_in_bytes\":300}}},"
            + "\"b\":{\"name\":\"n2\",\"fs\":{\"total\":"
            + "{\"total_in_bytes\":500,\"available_in_bytes\":0}}},\"c\":{\"name\":\"n3\"}}}";
    try (FakeCluster cluster = new FakeCluster(request -> disks);
        Connection connection = new Connection(cluster.settings("", "", "", null))) {
      SharedException e = new SharedException(Condition.DAMAGED, "no such index", null);
      assertEquals(
          "no such index; disk usage of n2 is 100 %: free space there and run again",
          FullDisks.added(e, connection).getMessage());
    }
  }

  @Test
  void nodeThatHasNotHeardOfTheAlias_isAskedAgain() throws IOException {
    String unheard =
        "{\"errors\":true,\"items\":[{\"create\":{\"status\":404,"
            + "\"error\":{\"type\":\"index_not_found_exception\"}}}]}";
    AtomicInteger requests = new AtomicInteger();
    try (FakeCluster cluster =
            new FakeCluster(
                request -> requests.incrementAndGet() == 1 ? unheard : "{\"errors\":false}");
        Connection connection = new Connection(cluster.settings("", "", "", null));
        Bulk bulk = new Bulk(connection, "loading")) {
      bulk.add("firm:a", Map.of());
      bulk.finish();
      assertEquals(2, requests.get());
    }
  }

  @Test
  void busyCluster_isGivenTime_andEachDocumentIsSentUntilItIsTaken() throws IOException {
    AtomicInteger tries = new AtomicInteger();
    String busy = "{\"errors\":true,\"items\":[{\"create\":{\"status\":429}}]}";
    try (FakeCluster cluster =
            new FakeCluster(
                request ->
                    switch (tries.getAndIncrement()) {
                      case 0 -> "429 {}";
                      case 1 -> busy;
                      default -> "{\"errors\":false}";
                    });
        Connection connection = new Connection(cluster.settings("", "", "", null));
        Bulk bulk = new Bulk(connection, "loading")) {
      bulk.add("firm:a", new EntryDocument(0, "firm", "a", "{}"));
      bulk.finish();
      assertEquals(3, cluster.asked.size());
    }
  }

  @Test
  void documentThatIsRefused_endsTheLoad() throws IOException {
    String refused =
        "{\"errors\":true,\"items\":[{\"create\":{\"status\":400,\"error\":"
            + "{\"type\":\"strict_dynamic_mapping_exception\",\"reason\":\"no field x\"}}}]}";
    try (FakeCluster cluster = new FakeCluster(request -> refused);
        Connection connection = new Connection(cluster.settings("", "", "", null));
        Bulk bulk = new Bulk(connection, "loading")) {
      bulk.add("firm:a", new EntryDocument(0, "firm", "a", "{}"));
      SharedException told = assertThrows(SharedException.class, bulk::finish);
      assertTrue(String.valueOf(told.getMessage()).contains("no field x"), told::toString);
      assertEquals(1, cluster.asked.size());
    }
  }
}
