package greenpair.evaluate;

import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Removes from an entry what could not have been known before the cut-off date, so that an
/// evaluation does not leak.
final class Hindsight {
  private Hindsight() {}

  /// A deployment as it was before the cut, with the firms that took part by then. Its end is
  /// dropped unless it was before the year of the cut: a project that has closed since was
  /// operating, and one that has failed since has an unknown status. Its outcome is removed because
  /// the time of measurement is unknown.
  ///
  /// @param cut null if nothing is hidden by date
  static ObjectNode without(ObjectNode deployment, Set<EntryId> firms, @Nullable String cut) {
    keep(deployment, "firms", firms.stream().map(EntryId::value).toList());
    if (deployment.get("parties") instanceof ArrayNode parties) {
      parties.removeIf(party -> !firms.contains(new EntryId(party.get("firm").asString())));
      if (parties.isEmpty()) {
        deployment.remove("parties");
      }
    }
    if (cut == null) {
      return deployment;
    }
    JsonNode end = deployment.get("end");
    boolean isOver = end != null && end.asString().compareTo(cut.substring(0, 4)) < 0;
    if (!isOver) {
      deployment.remove("end");
      switch (deployment.path("status").asString("")) {
        case "closed" -> deployment.put("status", "operating");
        case "failed", "refused", "withdrawn", "expired" -> deployment.remove("status");
        default -> {}
      }
    }
    deployment.remove("outcome");
    return deployment;
  }

  /// A firm as its known deployments show it, with only their technologies and sources. Its
  /// description is removed if the record that provided it is hidden, its market if markets differ
  /// between firms, and for a cut by date its current status.
  static ObjectNode without(
      ObjectNode firm, Collection<Deployment> work, boolean isMarketTold, boolean isDated) {
    Set<String> codes = new TreeSet<>();
    Set<String> records = new TreeSet<>();
    for (Deployment each : work) {
      each.technologies().forEach(code -> codes.add(code.value()));
      each.profile().provenance().forEach(source -> records.add(String.valueOf(source.record())));
    }
    if (!keep(firm, "technologies", codes)) {
      ArrayNode shown = firm.putArray("technologies");
      codes.forEach(shown::add);
    }
    if (!isFirstSourceKnown(firm, records)) {
      firm.remove("description");
    }
    sources(firm, records);
    if (isMarketTold) {
      firm.remove("market");
    }
    if (isDated) {
      firm.remove("status");
      firm.remove("status_note");
    }
    return firm;
  }

  private static boolean isFirstSourceKnown(ObjectNode firm, Set<String> records) {
    return records.contains(firm.path("provenance").path(0).path("record").asString("null"));
  }

  /// Removes sources of hidden rows. One source always remains, because an entry must have a
  /// source.
  private static void sources(ObjectNode firm, Set<String> records) {
    ArrayNode all = (ArrayNode) firm.get("provenance");
    JsonNode first = all.get(0);
    for (int at = all.size() - 1; at >= 0; at--) {
      if (!records.contains(all.get(at).path("record").asString("null"))) {
        all.remove(at);
      }
    }
    if (all.isEmpty()) {
      all.add(first);
    }
    // Otherwise fields of a removed source would have no source.
    all.forEach(each -> ((ObjectNode) each).remove("fields"));
  }

  private static boolean keep(ObjectNode entry, String field, Collection<String> values) {
    if (!(entry.get(field) instanceof ArrayNode list)) {
      return false;
    }
    for (int at = list.size() - 1; at >= 0; at--) {
      if (!values.contains(list.get(at).stringValue())) {
        list.remove(at);
      }
    }
    return !list.isEmpty();
  }
}
