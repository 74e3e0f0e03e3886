package greenpair.pages.city;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.match.Effects;
import greenpair.match.Gaps;
import greenpair.match.reason.Answer;
import greenpair.pages.view.PageText;
import org.jspecify.annotations.Nullable;

/// A city at a glance: each open need with the best partner and the next step, what comparable
/// cities did, and what went wrong elsewhere. Details of a need are on a separate page.
///
/// @param open needs for which partners are looked for
/// @param further other open needs, without a card
/// @param settled needs that are contracted, met or withdrawn
/// @param assumed needs that no source states
/// @param done what comparable cities did for such needs, most relevant first
public record CityPage(
    City city,
    List<Glance> open,
    List<Need> further,
    long opportunities,
    List<Need> settled,
    List<Need> assumed,
    List<Lesson> done,
    List<Lesson> failures,
    Effects effects,
    ProgramNotes notes) {
  /// Open needs for which a proven firm is recommended.
  public int served() {
    return (int) open.stream().filter(each -> !each.list(Kind.FIRM).shown().isEmpty()).count();
  }

  /// A need with how well it is served.
  public record Row(Need need, Gaps.Coverage coverage) {}

  /// An open need in a few lines; a list is empty if nothing is recommended.
  ///
  /// @param lists one of each kind that the catalog has
  public record Glance(Need need, Map<Kind, Shortlist> lists, Step step) {
    public Shortlist list(Kind kind) {
      return Objects.requireNonNull(lists.get(kind));
    }

    /// What to do next, in a sentence.
    public String task(PageText view) {
      Answer.Recommendation with = step.with();
      if (with == null) {
        return view.say("step", "word", step.what());
      }
      boolean isToCity = step.what() == Step.What.INTRODUCE && need.purchase().buyer() == null;
      String key = isToCity ? "glance.introduce" : "step";
      return view.say(key, "word", step.what(), "name", view.plain(with.name()));
    }

    /// Who has to do it, and by when if that is known.
    public String responsible(PageText view) {
      Need.Purchase purchase = need.purchase();
      String who =
          purchase.buyer() == null
              ? view.say("glance.withCity")
              : view.say("glance.with", "who", view.plain(purchase.buyer()));
      return purchase.deadline() == null
          ? who
          : who + view.say("glance.by", "when", view.plain(purchase.deadline()));
    }
  }

  /// What to do next for a need.
  ///
  /// @param question the most important unknown fact about the partner; null if there is none
  public record Step(
      What what, Answer.@Nullable Recommendation with, greenpair.catalog.@Nullable Text question) {
    /// Types of steps, in the order in which a need passes through them.
    public enum What {
      /// Ask the city whether the need is still current: no checked source confirms it.
      CONFIRM,
      /// No firm is proven: ask the first lead for a reference project.
      ASK_LEAD,
      /// Neither a firm nor a lead is known, but one that did it and does not sell.
      ASK_PEER,
      /// None of these is known.
      LOOK,
      /// A tender is under way: ask whether the firm takes part.
      JOIN,
      /// Bring city and firm together.
      INTRODUCE,
      /// They were introduced: check the progress.
      FOLLOW_UP
    }
  }

  /// A case elsewhere with the need for which it is a lesson.
  public record Lesson(Answer.Case each, Need need) {}
}
