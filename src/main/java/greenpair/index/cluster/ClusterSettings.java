package greenpair.index.cluster;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The addresses of the cluster and how to connect to it.
///
/// @param addresses of its nodes, `http` or `https`, all of one scheme; another is asked when one
///     fails
/// @param name with which the names of all its indexes begin
/// @param user empty without one
/// @param token of an `Authorization: Bearer` header; empty without one
/// @param authority certificates in PEM that sign those of the nodes; null for those of the JDK
/// @param shards of the index of the entries of a generation
/// @param replicas of each shard: a number, or `0-N` for as many as there are nodes for
/// @param within how long one request may take
public record ClusterSettings(
    List<URI> addresses,
    String name,
    String user,
    String password,
    String token,
    @Nullable Path authority,
    int shards,
    String replicas,
    Duration within) {
  /// @throws IllegalArgumentException naming the value and the rule
  public ClusterSettings {
    addresses = List.copyOf(addresses);
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("names at least one node, such as http://search:9200");
    }
    for (URI each : addresses) {
      boolean isHttp = "http".equals(each.getScheme()) || "https".equals(each.getScheme());
      boolean isPlain =
          each.getUserInfo() == null
              && each.getQuery() == null
              && (each.getPath() == null || each.getPath().matches("/?"));
      if (!isHttp || each.getHost() == null || !isPlain) {
        throw new IllegalArgumentException(
            "must be a list of addresses such as https://search-1:9200, without user, path or"
                + " query, but was \""
                + (each.getUserInfo() == null ? each : each.getScheme() + "://…@" + each.getHost())
                + "\"");
      }
      if (!each.getScheme().equals(addresses.getFirst().getScheme())) {
        throw new IllegalArgumentException("mixes http and https; name all nodes with one of them");
      }
    }
    if (!name.matches("[a-z][a-z0-9_-]{0,62}")) {
      throw new IllegalArgumentException(
          "cluster_name must have up to 63 lower-case letters, digits, - and _ and begin with a"
              + " letter, but was \""
              + name
              + "\"");
    }
    if (!replicas.matches("[0-9]|0-[1-9]")) {
      throw new IllegalArgumentException(
          "cluster_replicas must be a number such as 1, or 0-1 for as many as the nodes allow, but"
              + " was \""
              + replicas
              + "\"");
    }
  }

  /// Without secrets.
  @Override
  public String toString() {
    return name + " at " + shown();
  }

  /// The addresses, by commas.
  String shown() {
    return String.join(",", addresses.stream().map(URI::toString).toList());
  }
}
