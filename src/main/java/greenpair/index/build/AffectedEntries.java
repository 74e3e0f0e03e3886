package greenpair.index.build;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.IndexFields;
import greenpair.index.read.OpenGeneration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The entries whose documents a changed record affects: its own and those that contain data of it.
///
/// - A city is in its needs and its deployments, and with these in what follows.
/// - A deployment is in its partners, those that it had and those that it has, and
///   in the solutions that share a technology with it, before or now.
final class AffectedEntries {
  private final OpenGeneration base;
  private final Map<Kind, Map<EntryId, Line>> lines = new EnumMap<>(Kind.class);

  @SuppressWarnings("ArrayRecordComponent") // Passed on once, never compared.
  record Line(Entry entry, byte[] record) {}

  AffectedEntries(OpenGeneration base) {
    this.base = base;
    for (Kind kind : Kind.values()) {
      lines.put(kind, new LinkedHashMap<>());
    }
  }

  void put(Entry entry, byte[] record) {
    Map<EntryId, Line> all = of(entry.kind());
    all.remove(entry.id());
    all.put(entry.id(), new Line(entry, record));
  }

  private Map<EntryId, Line> of(Kind kind) {
    return java.util.Objects.requireNonNull(lines.get(kind));
  }

  Collection<Line> lines(Kind kind) {
    return of(kind).values();
  }

  Set<EntryId> ids(Kind kind) {
    return of(kind).keySet();
  }

  /// The entry as it was before; nothing for a new one.
  Optional<Line> before(Kind kind, EntryId id) throws IOException {
    return base.index(kind).records().record(id).map(record -> line(kind, record));
  }

  private Line line(Kind kind, byte[] record) {
    return new Line(base.index(kind).decode(record), record);
  }

  /// Finds all entries that contain data of the added ones.
  void spread() throws IOException {
    for (Line each : List.copyOf(lines(Kind.CITY))) {
      Optional<Line> before = before(Kind.CITY, each.entry().id());
      if (before.isPresent() && isOther((City) before.get().entry(), (City) each.entry())) {
        touchAll(Kind.NEED, IndexFields.CITY, each.entry().id().value());
        touchAll(Kind.DEPLOYMENT, IndexFields.CITY, each.entry().id().value());
      }
    }
    Set<Code> codes = new LinkedHashSet<>();
    for (Line each : lines(Kind.DEPLOYMENT)) {
      List<Line> both = new ArrayList<>(List.of(each));
      before(Kind.DEPLOYMENT, each.entry().id()).ifPresent(both::add);
      for (Line one : both) {
        Deployment deployment = (Deployment) one.entry();
        for (Kind kind : Kind.PARTNERS) {
          touch(kind, deployment.partners(kind));
        }
        codes.addAll(deployment.technologies());
      }
    }
    for (Code code : codes) {
      touchAll(Kind.SOLUTION, IndexFields.OWN, code.value());
    }
  }

  private static boolean isOther(City before, City now) {
    return !before.name().equals(now.name()) || !CityTraits.of(before).equals(CityTraits.of(now));
  }

  private void touch(Kind kind, List<EntryId> ids) throws IOException {
    for (EntryId id : ids) {
      if (!of(kind).containsKey(id)) {
        before(kind, id).ifPresent(line -> of(kind).put(id, line));
      }
    }
  }

  private void touchAll(Kind kind, String field, String term) throws IOException {
    base.index(kind)
        .records()
        .records(
            field,
            term,
            record -> {
              Line line = line(kind, record);
              of(kind).putIfAbsent(line.entry().id(), line);
            });
  }
}
