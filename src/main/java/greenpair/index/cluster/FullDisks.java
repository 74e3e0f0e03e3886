package greenpair.index.cluster;

import greenpair.index.SharedException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Nodes whose disks are full. Such a node cannot store what the cluster decides, so it fails with
/// reasons that do not name the disk, such as an alias that it has not heard of.
final class FullDisks {
  /// The usage in percent at which OpenSearch closes indexes to writes unless it is set otherwise.
  private static final int FULL = 95;

  /// Of the nodes that answer in time: a node that hangs does not hide the disks of others.
  private static final String PATH =
      "/_nodes/stats/fs?timeout=2s&filter_path=nodes.*.name,nodes.*.fs.total";

  private FullDisks() {}

  /// The same failure, with the full disks if there are any.
  static SharedException added(SharedException failure, Connection connection) {
    List<String> full = full(connection);
    return full.isEmpty()
        ? failure
        : new SharedException(
            failure.condition(),
            "%s; disk usage of %s: free space there and run again"
                .formatted(failure.getMessage(), String.join(", ", full)),
            failure);
  }

  private static List<String> full(Connection connection) {
    List<String> full = new ArrayList<>();
    try {
      for (JsonNode each : connection.once("GET", PATH, null).body().path("nodes")) {
        JsonNode disk = each.path("fs").path("total");
        long all = Math.max(1, disk.path("total_in_bytes").asLong(1));
        long used = 100 * (all - disk.path("available_in_bytes").asLong(all)) / all;
        if (used >= FULL) {
          full.add(each.path("name").asString("") + " is " + used + " %");
        }
      }
    } catch (SharedException _) {
      return List.of(); // The failure itself says that the cluster does not answer.
    }
    return full;
  }
}
