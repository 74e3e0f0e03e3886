package greenpair.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Entry;
import greenpair.index.SharedGenerations.Condition;
import greenpair.index.cluster.ClusterSettings;
import greenpair.index.cluster.NodeNetwork;
import greenpair.index.cluster.ProcessCluster;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/// Three nodes as processes, killed, paused, cut off or out of disk space: every folder serves a
/// published generation, and never an older one than before.
@Tag("cluster")
class ClusterOutageTest {
  private static final List<Entry> FEW = SmallCatalog.ENTRIES;
  private static final int NODES = 3;

  private static ProcessCluster cluster;

  @TempDir private static Path home;

  @TempDir private Path data;

  private SharingFolder builder;
  private SharingFolder follower;
  private int days;

  @BeforeAll
  static void start() throws InterruptedException {
    cluster = ProcessCluster.start(home, NODES);
    cluster.awaitGreen();
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @BeforeEach
  void publishOnce(TestInfo test) throws Exception {
    String name = test.getTestMethod().orElseThrow().getName().replaceFirst("_.*", "");
    ClusterSettings settings = cluster.settings(name.toLowerCase(java.util.Locale.ROOT));
    builder = new SharingFolder(data.resolve("builder"), settings);
    follower = new SharingFolder(data.resolve("follower"), settings);
    followedBy(publish());
  }

  @AfterEach
  void restore() throws InterruptedException {
    builder.close();
    follower.close();
    cluster.restore();
  }

  private String publish() throws IOException {
    return builder.publish(days++, FEW);
  }

  /// Waits until the follower serves a generation, and returns what it served meanwhile.
  private List<String> followedBy(String id) throws InterruptedException {
    List<String> served = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      follower.look();
      if (follower.live.isReady()) {
        served.add(follower.served());
        if (served.getLast().equals(id + " 2")) {
          return served;
        }
      }
      Thread.sleep(250);
    }
    throw new AssertionError(id + " is not followed: " + follower.live.shared());
  }

  @Test
  void killedNode_eachInTurn_stopsNoPublication() throws Exception {
    for (int i = 0; i < NODES; i++) {
      cluster.kill(i);
      followedBy(publish());
      cluster.restart(i);
      cluster.awaitGreen();
    }
  }

  @Test
  void killedManager_isReplaced_andThePublicationGoesOn() throws Exception {
    int manager = cluster.manager();
    cluster.kill(manager);
    followedBy(publish());
    assertFalse(cluster.manager() == manager);
    cluster.restart(manager);
  }

  @Test
  void twoKilledNodes_arePlainlyReported_andTheRestRecovers() throws Exception {
    String before = follower.served();
    cluster.kill(0);
    cluster.kill(1);
    SharedException none = assertThrows(SharedException.class, this::publish);
    assertEquals(Condition.UNREACHABLE, none.condition(), none::toString);
    assertEquals(Condition.UNREACHABLE, follower.look().condition());
    assertEquals(before, follower.served());
    cluster.restart(0);
    cluster.restart(1);
    // Not all copies: OpenSearch may make one for ever (its issue 20177), and Greenpair goes on.
    cluster.awaitPrimaries();
    followedBy(publish());
  }

  @Test
  void restartedCluster_isFollowedAgain() throws Exception {
    String before = follower.served();
    for (int i = 0; i < NODES; i++) {
      cluster.kill(i);
    }
    assertEquals(Condition.UNREACHABLE, follower.look().condition());
    assertEquals(before, follower.served());
    for (int i = 0; i < NODES; i++) {
      cluster.restart(i);
    }
    cluster.awaitGreen();
    assertEquals(Condition.FOLLOWING, follower.look().condition());
    followedBy(publish());
  }

  /// A manager that is cut off still answers those who ask it, with what it knew.
  @Test
  void managerThatIsCutOff_isNotFollowedBack() throws Exception {
    String before = follower.served();
    int manager = cluster.manager();
    NodeNetwork.cut(manager);
    String id = publish();
    List<String> served = followedBy(id);
    for (int i = 0; i < 20; i++) {
      follower.look();
      served.add(follower.served());
    }
    NodeNetwork.heal(manager);
    for (int i = 0; i < 20; i++) {
      follower.look();
      served.add(follower.served());
    }
    assertTrue(served.lastIndexOf(before) < served.indexOf(id + " 2"), served::toString);
    cluster.awaitGreen();
  }

  @Test
  void pausedNode_isPassedOver() throws Exception {
    cluster.pause(1);
    followedBy(publish());
    cluster.resume(1);
    cluster.awaitGreen();
    followedBy(publish());
  }

  @Test
  void slowNode_delaysPublications_andFailsNone() throws Exception {
    try (Closeable _ = cluster.slow(1)) {
      followedBy(publish());
      followedBy(publish());
    }
    cluster.awaitGreen();
  }

  @Test
  void wrongClocksOfNodes_changeNothing() throws Exception {
    String before = follower.served();
    for (int i = 0; i < 2; i++) {
      cluster.kill(i);
      cluster.restart(i, i == 0 ? -3 : 3);
      cluster.awaitGreen();
    }
    List<String> served = followedBy(publish());
    served.addAll(followedBy(publish()));
    assertTrue(served.stream().allMatch(each -> each.compareTo(before) >= 0), served::toString);
    cluster.kill(0);
    cluster.kill(1);
  }

  /// OpenSearch closes an index to writes if one of its shards is on a full disk.
  @Test
  void fullDiskOfANode_isReported_andTheNextRunSucceeds() throws Exception {
    String before = follower.served();
    cluster.kill(2);
    Path disk = cluster.smallDisk(2, 64);
    cluster.restart(2);
    cluster.awaitGreen();
    Path ballast = fill(disk);
    SharedException full = assertThrows(SharedException.class, this::publishManyTimes);
    assertTrue(String.valueOf(full.getMessage()).contains("disk usage"), full::toString);
    follower.look();
    assertFalse(follower.served().compareTo(before) < 0);
    Files.delete(ballast);
    cluster.awaitGreen();
    followedBy(publish());
  }

  /// Until the cluster has measured its disks.
  private void publishManyTimes() throws IOException {
    for (int i = 0; i < 60; i++) {
      publish();
    }
  }

  private static Path fill(Path disk) throws IOException {
    Path ballast = disk.resolve("ballast");
    try (OutputStream out = Files.newOutputStream(ballast)) {
      byte[] block = new byte[1 << 16];
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      return ballast;
    }
  }
}
