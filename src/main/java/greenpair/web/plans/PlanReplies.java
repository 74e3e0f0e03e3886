package greenpair.web.plans;

import greenpair.catalog.EntryId;
import greenpair.program.PlanReply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What cities answered to the places of a plan. A city answers to a place, to a need or to its
/// whole part; of the answers that contain a place, the newest counts.
final class PlanReplies {
  private final Map<EntryId, List<PlanView.Answered>> ofCities = new HashMap<>();

  /// @param answers oldest first
  PlanReplies(List<PlanView.Answered> answers) {
    answers.forEach(
        each -> ofCities.computeIfAbsent(each.city(), city -> new ArrayList<>()).add(each));
  }

  /// The answer that counts for a place; empty without any.
  Optional<PlanReply.Sort> to(EntryId city, EntryId need, EntryId partner) {
    return ofCities.getOrDefault(city, List.of()).reversed().stream()
        .filter(each -> each.need() == null || each.need().equals(need))
        .filter(each -> each.partner() == null || each.partner().equals(partner))
        .map(PlanView.Answered::answer)
        .findFirst();
  }
}
