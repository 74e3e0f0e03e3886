package greenpair.index.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Assumptions;

/// A bridge with a network namespace for each node of a cluster. Needs root on Linux.
public final class NodeNetwork {
  private static final String BRIDGE = "gpbridge";
  private static final String NETWORK = "10.213.77.";
  private static final int FIRST_HOST = 10;

  private NodeNetwork() {}

  /// Makes the bridge; skips the test where it cannot be made.
  static void open() {
    Assumptions.assumeTrue(
        commandSucceeds("ip", "link", "add", BRIDGE, "type", "bridge"),
        "network namespaces need root and the command ip");
    command("ip", "addr", "add", NETWORK + "1/24", "dev", BRIDGE);
    command("ip", "link", "set", BRIDGE, "up");
  }

  static String address(int i) {
    return NETWORK + (FIRST_HOST + i);
  }

  /// Makes the namespace of a node.
  static void connect(int i) {
    command("ip", "netns", "add", space(i));
    String inside = "gpinside" + i;
    command("ip", "link", "add", outside(i), "type", "veth", "peer", "name", inside);
    command("ip", "link", "set", inside, "netns", space(i));
    command("ip", "link", "set", outside(i), "master", BRIDGE);
    command("ip", "link", "set", outside(i), "up");
    command("ip", "-n", space(i), "addr", "add", address(i) + "/24", "dev", inside);
    command("ip", "-n", space(i), "link", "set", inside, "up");
    command("ip", "-n", space(i), "link", "set", "lo", "up");
  }

  static String space(int i) {
    return "gpspace" + i;
  }

  private static String outside(int i) {
    return "gpoutside" + i;
  }

  /// Loses every packet from and to a node.
  public static void cut(int i) {
    command("ip", "link", "set", outside(i), "down");
  }

  /// Ends [#cut].
  public static void heal(int i) {
    command("ip", "link", "set", outside(i), "up");
  }

  static void close(int size) {
    for (int i = 0; i < size; i++) {
      command("ip", "netns", "del", space(i));
    }
    command("ip", "link", "del", BRIDGE);
  }

  static void command(String... words) {
    if (!commandSucceeds(words)) {
      throw new IllegalStateException("failed: " + String.join(" ", words));
    }
  }

  private static boolean commandSucceeds(String... words) {
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
