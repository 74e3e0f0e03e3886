package greenpair.pages.city;

import greenpair.catalog.City;
import greenpair.catalog.EntryId;
import greenpair.catalog.Need;
import greenpair.match.Gaps;
import greenpair.match.explain.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A city at a glance: each open need with the best partner and the next step, what comparable
/// cities did, and what went wrong elsewhere. Details of a need have a page of their own.
///
/// @param open needs for which partners are looked for
/// @param further open needs for which there is no room
/// @param opportunities further needs of the city, which take part in no programme
/// @param settled needs that are contracted, met or withdrawn
/// @param done what comparable cities did for such needs, the most telling first
/// @param failures what went wrong elsewhere with such projects
/// @param evidence the same cases drawn as a map and a timeline
/// @param desk what the people of the programme wrote about the city
public record CityPage(
    City city,
    List<Glance> open,
    List<Need> further,
    long opportunities,
    List<Need> settled,
    List<Lesson> done,
    List<Lesson> failures,
    Evidence evidence,
    ProgrammeNotes desk) {
  /// A need with how well it is served.
  public record Row(Need need, Gaps.Coverage coverage) {}

  /// An open need in a few lines; a list is empty when nothing is recommended.
  public record Glance(
      Need need, Shortlist firms, Shortlist financiers, Shortlist solutions, Step step) {}

  /// What to do next for a need.
  ///
  /// @param what sort of step
  /// @param with the partner that it is about; null for none
  /// @param question what of the partner is still unknown; null when nothing is
  public record Step(
      What what, Answer.@Nullable Recommendation with, greenpair.catalog.@Nullable Text question) {
    /// Sorts of steps, in the order in which a need goes through them.
    public enum What {
      /// Ask the city whether the need is still current: no checked source confirms it.
      CONFIRM,
      /// No firm is proven: ask the first lead for a reference project.
      ASK_LEAD,
      /// Neither a firm nor a lead is known.
      LOOK,
      /// A tender is under way: ask whether the firm takes part.
      JOIN,
      /// Bring city and firm together.
      INTRODUCE,
      /// They were brought together: see how far it has come.
      FOLLOW_UP
    }
  }

  /// A case of another place with the need that it teaches something for.
  public record Lesson(Answer.Case each, EntryId need) {}
}
