package greenpair.plan.input;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.plan.allocation.AllocationCheck;
import greenpair.plan.allocation.Plan;
import greenpair.plan.allocation.Requirement;
import greenpair.plan.cohort.CohortCheck;
import greenpair.plan.meetings.TimetableCheck;
import greenpair.plan.pairs.CityPair;
import org.jspecify.annotations.Nullable;

/// Checks a plan from the data stored with it, without planning again, so the check is as fast as
/// reading and needs no solver.
public final class PlanCheck {
  private static final double ROUNDING = 1e-9;

  private PlanCheck() {}

  /// The errors; none if the result meets every condition and its numbers add up.
  ///
  /// @param words null if there is no generation with the names
  public static List<Text> of(PlanRequest request, PlanResult result, @Nullable PlanWords words) {
    return switch (result) {
      case PlanResult.Cohort made ->
          CohortCheck.faults(made.report(), made.applicants(), made.observations());
      case PlanResult.Pairs made ->
          request instanceof PlanRequest.Pairs asked ? pairs(asked, made) : List.of(otherSort());
      case PlanResult.Partners made -> partners(made, words);
      case PlanResult.Meetings made ->
          request instanceof PlanRequest.Meetings asked
              ? TimetableCheck.faults(
                  asked.summit(),
                  made.timetable(),
                  id -> words == null ? new Text(id.value(), id.value()) : words.name(id),
                  asked::time)
              : List.of(otherSort());
    };
  }

  private static Text otherSort() {
    return Message.of("plan.other_sort").text();
  }

  private static List<Text> pairs(PlanRequest.Pairs asked, PlanResult.Pairs made) {
    List<Text> faults = new ArrayList<>();
    Map<EntryId, Integer> counts = new TreeMap<>();
    for (CityPair each : made.pairs()) {
      counts.merge(each.one(), 1, Integer::sum);
      counts.merge(each.other(), 1, Integer::sum);
      if (Math.abs(each.value(made.weights()) - each.value()) > ROUNDING) {
        faults.add(
            Message.of("plan.wrong_value", "what", each.one() + " – " + each.other()).text());
      }
    }
    counts.forEach(
        (city, count) -> {
          if (count > asked.perCity()) {
            faults.add(Message.of("plan.too_many_pairs", "city", city).text());
          }
        });
    return faults;
  }

  private static Text plain(Requirement broken) {
    return Message.of("plan.not_kept", "condition", broken).text();
  }

  private static List<Text> partners(PlanResult.Partners made, @Nullable PlanWords words) {
    Plan plan = made.plan();
    if (plan == null) {
      return List.of();
    }
    List<Text> faults = new ArrayList<>();
    try {
      AllocationCheck.broken(made.instance(), new HashSet<>(plan.places()))
          .forEach(each -> faults.add(words == null ? plain(each) : words.broken(each)));
    } catch (IllegalArgumentException e) {
      faults.add(Message.of("plan.other_places").text());
    }
    if (plan.places().stream().mapToLong(each -> each.millionths()).sum() != plan.millionths()) {
      faults.add(Message.of("plan.wrong_value", "what", Message.of("plan.this")).text());
    }
    return faults;
  }
}
