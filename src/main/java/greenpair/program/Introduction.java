package greenpair.program;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A partner that was introduced to a city, and what came of it.
///
/// @param seq its place among all introductions
/// @param need null when it concerns the whole city
/// @param kind [Kind#FIRM] or [Kind#FINANCIER]
/// @param solution that the partner is proposed for; null when none is named
/// @param steps oldest first; the last one is where it stands
/// @param task what is done next; null while nobody was named
public record Introduction(
    long seq,
    String id,
    EntryId city,
    @Nullable EntryId need,
    Kind kind,
    EntryId partner,
    @Nullable EntryId solution,
    Stamp made,
    List<Step> steps,
    @Nullable Task task) {
  /// How far it came.
  public enum Stage {
    INTRODUCED,
    MET,
    PILOT,
    CONTRACT,
    STOPPED
  }

  /// One thing that happened.
  ///
  /// @param on the day that it happened, as the author says
  /// @param reason why it stopped; null for every other stage
  /// @param body more of it, in the author's words; may be empty
  public record Step(Stage stage, LocalDate on, @Nullable String reason, String body, Stamp made) {}

  /// Who does what next, and by when.
  ///
  /// @param responsible name of a person or an office
  /// @param due last day; null when none was agreed
  /// @param action what is to be done, in the author's words; may be empty
  public record Task(String responsible, @Nullable LocalDate due, String action, Stamp made) {}

  /// One that proposes no solution, and of which nobody is in charge.
  public Introduction(
      long seq,
      String id,
      EntryId city,
      @Nullable EntryId need,
      Kind kind,
      EntryId partner,
      Stamp made,
      List<Step> steps) {
    this(seq, id, city, need, kind, partner, null, made, steps, null);
  }

  public Introduction {
    steps = List.copyOf(steps);
  }
}
