package greenpair.pages.city;

import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.program.Remarks.Remark;
import greenpair.program.Revisions.Revision;
import greenpair.program.database.Stamp;
import greenpair.program.introduction.Introduction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Programme data that the visitor may see, newest first.
public record ProgramNotes(
    List<Remark> remarks,
    List<Introduction> introductions,
    List<Draft> drafts,
    Map<Entry.Key, Text> names) {
  /// For visitors who may not see programme data.
  public static final ProgramNotes EMPTY = new ProgramNotes(List.of(), List.of(), List.of());

  /// An entered need, city profile or partner.
  ///
  /// @param city null for a partner
  /// @param need the need as everyone who is signed in may see it; null for another kind and for a
  ///     need that expired
  public record Draft(
      Kind kind,
      EntryId id,
      Text name,
      @Nullable EntryId city,
      Revision.State state,
      Stamp made,
      @Nullable Need need) {}

  public ProgramNotes {
    remarks = List.copyOf(remarks);
    introductions = List.copyOf(introductions);
    drafts = List.copyOf(drafts);
    names = Map.copyOf(names);
  }

  public ProgramNotes(List<Remark> remarks, List<Introduction> introductions, List<Draft> drafts) {
    this(remarks, introductions, drafts, Map.of());
  }

  /// The same with the names that the catalog has.
  public ProgramNotes named(Snapshot snapshot) {
    Map<Entry.Key, Text> found = new LinkedHashMap<>();
    for (Remark each : remarks) {
      name(Kind.CITY, each.city(), found, snapshot);
      name(Kind.NEED, each.need(), found, snapshot);
      if (each.kind() != null) {
        name(each.kind(), each.entry(), found, snapshot);
      }
    }
    for (Introduction each : introductions) {
      name(Kind.CITY, each.city(), found, snapshot);
      name(Kind.NEED, each.need(), found, snapshot);
      name(each.kind(), each.partner(), found, snapshot);
    }
    drafts.forEach(each -> name(Kind.CITY, each.city(), found, snapshot));
    return new ProgramNotes(remarks, introductions, drafts, found);
  }

  private static void name(
      Kind kind, @Nullable EntryId id, Map<Entry.Key, Text> found, Snapshot snapshot) {
    if (id != null) {
      snapshot.name(kind, id).ifPresent(name -> found.put(new Entry.Key(kind, id), name));
    }
  }

  /// The name of an entry, or its id if it is no longer in the catalog.
  public Text name(Kind kind, EntryId id) {
    return names.getOrDefault(new Entry.Key(kind, id), new Text(id.value(), null));
  }

  public boolean isEmpty() {
    return remarks.isEmpty() && introductions.isEmpty();
  }

  public List<Remark> about(Kind kind, EntryId entry, EntryId need) {
    return remarks.stream()
        .filter(each -> each.kind() == kind && entry.equals(each.entry()))
        .filter(each -> each.need() == null || each.need().equals(need))
        .toList();
  }

  public boolean isPinned(Kind kind, EntryId entry, EntryId need) {
    return about(kind, entry, need).stream().anyMatch(each -> each.sort() == Remark.Sort.PIN);
  }

  public boolean isRuledOut(Kind kind, EntryId entry, EntryId need) {
    return about(kind, entry, need).stream().anyMatch(each -> each.sort() == Remark.Sort.VETO);
  }

  public long ruledOut(Kind kind, EntryId need) {
    return marks(kind, need).stream()
        .filter(each -> each.sort() == Remark.Sort.VETO)
        .map(Remark::entry)
        .distinct()
        .count();
  }

  /// Pins and vetoes of entries of that kind for a need.
  public List<Remark> marks(Kind kind, EntryId need) {
    return remarks.stream()
        .filter(each -> each.kind() == kind && each.sort() != Remark.Sort.NOTE)
        .filter(each -> each.need() == null || each.need().equals(need))
        .toList();
  }

  /// The entered need with that id; empty if there is none or it expired.
  Optional<Draft> typedIn(@Nullable EntryId need) {
    return drafts.stream()
        .filter(each -> each.need() != null && each.id().equals(need))
        .findFirst();
  }

  public List<Remark> notes() {
    return remarks.stream().filter(each -> each.entry() == null).toList();
  }

  /// Notes about a need, or about its whole city.
  public List<Remark> notes(EntryId need) {
    return remarks.stream()
        .filter(each -> each.entry() == null)
        .filter(each -> each.need() == null || each.need().equals(need))
        .toList();
  }

  /// How far a partner came with the city for a need, or for the whole city.
  public List<Introduction> introductions(Kind kind, EntryId partner, EntryId need) {
    return introductions.stream()
        .filter(each -> each.kind() == kind && each.partner().equals(partner))
        .filter(each -> each.need() == null || each.need().equals(need))
        .toList();
  }

  /// How far an entry came with a city.
  public List<Introduction> with(EntryId city, EntryId need) {
    return introductions.stream()
        .filter(each -> each.city().equals(city))
        .filter(each -> each.need() == null || each.need().equals(need))
        .toList();
  }
}
