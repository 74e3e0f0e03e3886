package greenpair.pages.city;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Text;
import greenpair.program.Remarks.Remark;
import greenpair.program.Revisions.Revision;
import greenpair.program.database.Stamp;
import greenpair.program.introduction.Introduction;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Programme data that the visitor may see, newest first.
public record ProgramNotes(
    List<Remark> remarks, List<Introduction> introductions, List<Draft> drafts) {
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
