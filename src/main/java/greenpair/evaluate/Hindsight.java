package greenpair.evaluate;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Firm;
import greenpair.catalog.Provenance;
import org.jspecify.annotations.Nullable;

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
  static Deployment without(Deployment deployment, Set<EntryId> firms, @Nullable String cut) {
    Map<String, @Nullable Object> then = new HashMap<>();
    then.put("firms", deployment.firms().stream().filter(firms::contains).toList());
    then.put(
        "parties",
        deployment.parties().stream().filter(each -> firms.contains(each.firm())).toList());
    if (cut != null) {
      then.put("outcome", null);
      Integer end = deployment.end();
      Deployment.Status status = deployment.status();
      if (end == null || end >= Integer.parseInt(cut.substring(0, 4))) {
        then.put("end", null);
        then.put(
            "status",
            status == Deployment.Status.CLOSED
                ? Deployment.Status.OPERATING
                : status == null || status.isFailure() ? null : status);
      }
    }
    return FieldTable.with(deployment, then);
  }

  /// A firm as its known deployments show it, with only their technologies and sources. Its
  /// description is removed if the record that provided it is hidden, its market if markets differ
  /// between firms, and for a cut by date its current status.
  static Firm without(
      Firm firm, Collection<Deployment> work, boolean isMarketTold, boolean isDated) {
    Set<Code> codes =
        work.stream().flatMap(each -> each.technologies().stream()).collect(Collectors.toSet());
    Set<String> records =
        work.stream()
            .flatMap(each -> each.profile().provenance().stream())
            .map(source -> String.valueOf(source.record()))
            .collect(Collectors.toSet());
    List<Code> shown = firm.technologies().stream().filter(codes::contains).toList();
    Map<String, @Nullable Object> then = new HashMap<>();
    then.put("technologies", shown.isEmpty() ? codes.stream().sorted().toList() : shown);
    Provenance first = firm.profile().provenance().getFirst();
    if (!records.contains(String.valueOf(first.record()))) {
      then.put("description", null);
    }
    List<Provenance> sources =
        firm.profile().provenance().stream()
            .filter(each -> records.contains(String.valueOf(each.record())))
            .toList();
    // One source always remains. Without a removed source, fields that name it would have none.
    then.put(
        "provenance",
        (sources.isEmpty() ? List.of(first) : sources)
            .stream().map(each -> FieldTable.with(each, Map.of("fields", List.of()))).toList());
    if (isMarketTold) {
      then.put("market", null);
    }
    if (isDated) {
      then.put("status", null);
      then.put("status_note", null);
    }
    return FieldTable.with(firm, then);
  }
}
