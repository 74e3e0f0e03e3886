package greenpair.pages.plan;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.EntryId;
import greenpair.pages.view.Form;
import greenpair.plan.input.PlanSettings;
import greenpair.program.StoredPlan;

/// The plans that the caller may see and, for coordinators, the forms for requesting one.
///
/// @param plans newest first, each with its state
/// @param mayPlan whether the caller is a coordinator
/// @param cities that take part in a programme
/// @param sort of the plan that `form` requests; empty for none
public record PlansPage(
    List<StoredPlan> plans,
    boolean mayPlan,
    List<EntryId> own,
    List<City> cities,
    PlanSettings settings,
    String sort,
    Form form) {
  public Form form(String of) {
    return of.equals(sort) ? form : Form.EMPTY;
  }

  /// The countries of the cities.
  public Set<String> sides() {
    Set<String> sides = new TreeSet<>();
    cities.forEach(each -> sides.add(each.country()));
    return sides;
  }

  /// Plans of a sort that are made, which another may rest on.
  public List<StoredPlan> made(String of) {
    return plans.stream()
        .filter(each -> each.sort().equals(of))
        .filter(each -> each.state() == StoredPlan.State.MADE)
        .toList();
  }
}
