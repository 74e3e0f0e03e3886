package greenpair.index.cluster;

import greenpair.index.SharedException;
import greenpair.index.SharedGenerations.Condition;
import tools.jackson.databind.JsonNode;

/// Which versions of OpenSearch this program works with: those of the major version that its tests
/// run.
final class ClusterVersion {
  private static final String MAJOR = "3";
  private static final String TESTED = "3.8.0";

  private ClusterVersion() {}

  /// Checks the answer to `GET /`.
  ///
  /// @throws SharedException if it is of another program or version
  static void check(Connection.Answer answer, ClusterSettings settings) {
    JsonNode version = answer.body().path("version");
    String number = version.path("number").asString("");
    boolean isOpenSearch = version.path("distribution").asString("").equals("opensearch");
    if (!isOpenSearch || !number.startsWith(MAJOR + ".")) {
      throw new SharedException(
          Condition.OTHER_VERSION,
          "the cluster %s%s; this program works with OpenSearch %s.x and is tested with %s"
              .formatted(
                  settings,
                  isOpenSearch
                      ? " runs OpenSearch " + number
                      : " is not OpenSearch"
                          + (number.isEmpty() ? "" : ", its version is " + number),
                  MAJOR,
                  TESTED));
    }
  }
}
