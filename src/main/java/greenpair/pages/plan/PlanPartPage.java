package greenpair.pages.plan;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.pages.view.Form;
import greenpair.plan.allocation.CityShare;
import greenpair.plan.input.PlanWords;
import greenpair.plan.pairs.CityPair;
import greenpair.program.StoredPlan;
import greenpair.program.StoredPlans.PlanReply;
import greenpair.program.introduction.Introduction;
import org.jspecify.annotations.Nullable;

/// A city's part of a plan, with reasons and responses.
///
/// @param chosen whether it is in the cohort; null for other sorts of plan
/// @param why it is in the cohort or not; null for other sorts of plan
/// @param partners of its needs; null for other sorts of plan
/// @param answers of the city, oldest first
/// @param isOpen whether responses are accepted
/// @param letters introductions, by need and partner with a space between
/// @param isAnyLeft whether at least one partner has not been introduced yet
/// @param hasDrafts whether drafts can be taken back
public record PlanPartPage(
    StoredPlan plan,
    EntryId city,
    @Nullable Boolean chosen,
    @Nullable Text why,
    List<CityPair> pairs,
    @Nullable CityShare partners,
    List<Agenda.Entry> meetings,
    List<PlanReply> answers,
    boolean isOpen,
    PlanWords words,
    Form form,
    Map<String, Introduction> letters,
    boolean isAnyLeft,
    boolean hasDrafts) {
  /// The introduction of a partner for a need; null while there is none.
  public @Nullable Introduction introduction(EntryId need, EntryId partner) {
    return letters.get(need + " " + partner);
  }

  /// The newest answer to a place; null if there is none.
  public @Nullable PlanReply answer(@Nullable EntryId need, @Nullable EntryId partner) {
    return answers.reversed().stream()
        .filter(each -> Objects.equals(each.need(), need))
        .filter(each -> Objects.equals(each.partner(), partner))
        .findFirst()
        .orElse(null);
  }

  public EntryId other(CityPair pair) {
    return pair.one().equals(city) ? pair.other() : pair.one();
  }
}
