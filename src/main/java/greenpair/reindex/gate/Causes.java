package greenpair.reindex.gate;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Provenance;
import greenpair.index.contract.CandidateQuery;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import greenpair.index.read.Snapshot;

/// Which source records made an entry rise or fall between two generations: its own, those of the
/// deployments behind it, those of the need and its city.
///
/// @param places file and line of an entry of the new generation, where it is of a catalog file
record Causes(Snapshot before, Snapshot after, BiFunction<Kind, EntryId, Optional<String>> places) {
  private static final int MOST = 5;
  private static final int PRECEDENTS = 200;

  /// Of the need and its city, which move whole lists.
  List<GenerationComparison.Cause> of(Need need) {
    List<GenerationComparison.Cause> causes = new ArrayList<>();
    of(Kind.NEED, need.id()).ifPresent(causes::add);
    of(Kind.CITY, need.city()).ifPresent(causes::add);
    return causes;
  }

  /// Of an entry in the list of a city, its own record first.
  List<GenerationComparison.Cause> of(Kind kind, EntryId id, EntryId city) {
    List<GenerationComparison.Cause> causes = new ArrayList<>();
    of(kind, id).ifPresent(causes::add);
    Set<EntryId> deployments = new TreeSet<>(deployments(kind, id, city, before));
    deployments.addAll(deployments(kind, id, city, after));
    for (EntryId each : deployments) {
      if (causes.size() < MOST) {
        of(Kind.DEPLOYMENT, each).ifPresent(causes::add);
      }
    }
    return causes;
  }

  private static List<EntryId> deployments(Kind kind, EntryId id, EntryId city, Snapshot snapshot) {
    Optional<CityTraits> traits = snapshot.city(city);
    if (traits.isEmpty()) {
      return List.of();
    }
    if (kind == Kind.SOLUTION) {
      return snapshot
          .entry(kind, id)
          .map(entry -> snapshot.precedents(entry.technologies(), traits.get(), PRECEDENTS))
          .orElse(List.of())
          .stream()
          .map(Precedent::deployment)
          .toList();
    }
    return snapshot
        .candidate(new CandidateQuery(kind, Map.of(), "", traits.get(), 1), id)
        .map(found -> found.precedents().stream().map(Precedent::deployment).toList())
        .orElse(List.of());
  }

  /// The change of one record; empty if it did not change.
  private Optional<GenerationComparison.Cause> of(Kind kind, EntryId id) {
    Optional<Entry> old = before.entry(kind, id);
    Optional<Entry> now = after.entry(kind, id);
    if (old.equals(now)) {
      return Optional.empty();
    }
    String what = old.isEmpty() ? "new" : now.isEmpty() ? "retired" : "changed";
    List<Provenance> sources = now.or(() -> old).orElseThrow().profile().provenance();
    Provenance source = sources.isEmpty() ? null : sources.getFirst();
    return Optional.of(
        new GenerationComparison.Cause(
            what,
            kind.word(),
            id.value(),
            source == null ? null : source.source(),
            source == null ? null : source.record(),
            now.isEmpty() ? null : places.apply(kind, id).orElse(null)));
  }
}
