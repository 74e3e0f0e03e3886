package greenpair.pages.programme;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.pages.city.ProgrammeNotes;
import greenpair.pages.look.Form;
import greenpair.pages.look.Reach;
import greenpair.pages.look.Rendering;
import greenpair.pages.look.Visit;
import greenpair.program.Introduction;
import org.jspecify.annotations.Nullable;

/// What the people of the programme write on: pins, vetoes, notes and introductions.
public final class ProgrammePages {
  private final Rendering rendering;

  public ProgrammePages(Rendering rendering) {
    this.rendering = rendering;
  }

  /// The form for a pin, a veto or a note.
  ///
  /// @param form names `sort`, `city`, `need`, `kind` and `entry`
  public byte[] remark(Visit visit, Form form, String back, Snapshot snapshot) {
    String sort = form.value("sort").toUpperCase(java.util.Locale.ROOT);
    RemarkPage page =
        new RemarkPage(
            form,
            back,
            sort.equals("PIN") || sort.equals("VETO") ? sort : "NOTE",
            name(Kind.CITY, form.value("city"), snapshot),
            name(Kind.NEED, form.value("need"), snapshot),
            entry(form, "entry", snapshot));
    return rendering.page("remark", visit, page, snapshot);
  }

  /// The form that begins an introduction.
  ///
  /// @param form names `city`, `need`, `kind` and `partner`
  public byte[] introduce(Visit visit, Form form, String back, Snapshot snapshot) {
    IntroductionPage page =
        new IntroductionPage(
            form,
            back,
            null,
            known(name(Kind.CITY, form.value("city"), snapshot), form.value("city")),
            name(Kind.NEED, form.value("need"), snapshot),
            known(entry(form, "partner", snapshot), form.value("partner")),
            reach(form, snapshot),
            true);
    return rendering.page("introduction", visit, page, snapshot);
  }

  /// An introduction, with the form for what came next.
  public byte[] introduction(
      Visit visit, Introduction introduction, Form form, String back, Snapshot snapshot) {
    EntryId need = introduction.need();
    IntroductionPage page =
        new IntroductionPage(
            form,
            back,
            introduction,
            named(Kind.CITY, introduction.city(), snapshot),
            need == null ? null : named(Kind.NEED, need, snapshot),
            named(introduction.kind(), introduction.partner(), snapshot),
            Reach.of(introduction.kind(), introduction.partner(), snapshot),
            visit.mayChange(introduction.city()));
    return rendering.page("introduction", visit, page, snapshot);
  }

  /// All that is going on.
  public byte[] programme(Visit visit, ProgrammeNotes desk, Snapshot snapshot) {
    return rendering.page("programme", visit, desk.named(snapshot), snapshot);
  }

  private static Text named(Kind kind, EntryId id, Snapshot snapshot) {
    return snapshot.name(kind, id).orElse(new Text(id.value(), null));
  }

  private static @Nullable Text entry(Form form, String field, Snapshot snapshot) {
    return Kind.of(form.value("kind"))
        .map(kind -> name(kind, form.value(field), snapshot))
        .orElse(null);
  }

  private static @Nullable Text name(Kind kind, String id, Snapshot snapshot) {
    try {
      return snapshot.name(kind, new EntryId(id)).orElse(null);
    } catch (IllegalArgumentException e) {
      return null; // No entry can have such an id; the form says so when it is sent.
    }
  }

  private static Reach reach(Form form, Snapshot snapshot) {
    try {
      EntryId partner = new EntryId(form.value("partner"));
      return Kind.of(form.value("kind"))
          .map(kind -> Reach.of(kind, partner, snapshot))
          .orElse(Reach.UNKNOWN);
    } catch (IllegalArgumentException e) {
      return Reach.UNKNOWN; // No entry can have such an id; the form says so when it is sent.
    }
  }

  private static Text known(@Nullable Text name, String id) {
    return name != null ? name : new Text(id.isBlank() ? "?" : id, null);
  }
}
