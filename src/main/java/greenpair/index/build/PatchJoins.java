package greenpair.index.build;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.index.codec.TraitsCodec;
import greenpair.index.contract.IndexFields;
import greenpair.index.contract.Precedent;
import greenpair.index.document.Joins;
import greenpair.index.read.KindRecords;
import greenpair.index.read.OpenGeneration;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Data joined to touched entries, read from the index if unchanged. Deployments come in the order
/// that they have in the new index: those that stay, then those touched.
record PatchJoins(OpenGeneration base, AffectedEntries touched) {
  Joins before(TraitsCodec codec) throws IOException {
    Joins joins = new Joins(codec, this::cityName);
    for (Kind kind : Kind.PARTNERS) {
      addKept(joins, kind, Set.of());
    }
    return joins;
  }

  Joins after(TraitsCodec codec) throws IOException {
    Joins joins = new Joins(codec, this::cityName);
    touched.lines(Kind.CITY).forEach(line -> joins.add(line.entry()));
    for (Kind kind : Kind.PARTNERS) {
      addKept(joins, kind, touched.ids(Kind.DEPLOYMENT));
    }
    addToSolutions(joins);
    touched.lines(Kind.DEPLOYMENT).forEach(line -> joins.add(line.entry()));
    return joins;
  }

  private @Nullable Text cityName(EntryId id) {
    return base.index(Kind.CITY).name(id).orElse(null);
  }

  /// Deployments of touched partners, without some.
  private void addKept(Joins joins, Kind kind, Set<EntryId> without) throws IOException {
    KindRecords records = base.index(kind).records();
    for (EntryId id : touched.ids(kind)) {
      Optional<TraitsCodec.Unpacked> traits = records.traits(id);
      for (Precedent each : traits.map(TraitsCodec.Unpacked::precedents).orElse(List.of())) {
        if (!without.contains(each.deployment())) {
          joins.add(kind, id, joins.add(each));
        }
      }
    }
  }

  /// Deployments that prove a technology of a touched solution; others are irrelevant.
  private void addToSolutions(Joins joins) throws IOException {
    Set<Code> codes = new LinkedHashSet<>();
    touched.lines(Kind.SOLUTION).forEach(line -> codes.addAll(line.entry().technologies()));
    Map<EntryId, Integer> known = new HashMap<>();
    KindRecords records = base.index(Kind.DEPLOYMENT).records();
    for (Code code : codes) {
      records.traits(
          IndexFields.OWN,
          code.value(),
          traits -> {
            Precedent each = traits.precedents().getFirst();
            boolean isStaying = !touched.ids(Kind.DEPLOYMENT).contains(each.deployment());
            if (isStaying && each.proves() && each.technologies().contains(code)) {
              joins.add(code, known.computeIfAbsent(each.deployment(), id -> joins.add(each)));
            }
          });
    }
  }

  /// The year of the newest deployment that proves; null if none is known.
  @Nullable Integer newest(@Nullable Integer added) throws IOException {
    Integer old = base.manifest().newest();
    int[] newest = {Integer.MIN_VALUE};
    if (old != null && !mayBeGone(old)) {
      newest[0] = old;
    } else if (old != null) {
      base.index(Kind.DEPLOYMENT)
          .records()
          .traits(traits -> newest[0] = Math.max(newest[0], staying(traits)));
    }
    int all = added == null ? newest[0] : Math.max(newest[0], added);
    return all == Integer.MIN_VALUE ? null : (Integer) all;
  }

  /// Whether one of that year is among those touched.
  private boolean mayBeGone(int year) throws IOException {
    for (EntryId id : touched.ids(Kind.DEPLOYMENT)) {
      Optional<TraitsCodec.Unpacked> before = base.index(Kind.DEPLOYMENT).records().traits(id);
      if (before.isPresent() && year(before.get()) == year) {
        return true;
      }
    }
    return false;
  }

  private int staying(TraitsCodec.Unpacked traits) {
    return touched.ids(Kind.DEPLOYMENT).contains(traits.id()) ? Integer.MIN_VALUE : year(traits);
  }

  private static int year(TraitsCodec.Unpacked traits) {
    Precedent each = traits.precedents().getFirst();
    Integer year = each.proves() ? each.year() : null;
    return year == null ? Integer.MIN_VALUE : year;
  }
}
