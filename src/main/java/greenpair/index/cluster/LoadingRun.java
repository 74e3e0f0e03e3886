package greenpair.index.cluster;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The run that loads an index set, as written in the metadata of its mappings.
///
/// @param owner the data folder and its machine
/// @param base id of the generation that was published when the run began; empty for none
record LoadingRun(String owner, String base) {
  static LoadingRun of(JsonNode meta) {
    return new LoadingRun(meta.path("owner").asString(""), meta.path("base").asString(""));
  }

  Map<String, Object> meta() {
    return Map.of("owner", owner, "base", base);
  }
}
