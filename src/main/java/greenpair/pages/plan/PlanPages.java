package greenpair.pages.plan;

import greenpair.index.read.Snapshot;
import greenpair.pages.view.Rendering;
import greenpair.pages.view.Visit;

/// The pages of plans.
public record PlanPages(Rendering rendering) {
  public byte[] plans(Visit visit, PlansPage page, Snapshot snapshot) {
    return rendering.page("plan/plans", visit, page, snapshot);
  }

  public byte[] plan(Visit visit, PlanPage page, Snapshot snapshot) {
    return rendering.page("plan/plan", visit, page, snapshot);
  }

  public byte[] part(Visit visit, PlanPartPage page, Snapshot snapshot) {
    return rendering.page("plan/part", visit, page, snapshot);
  }
}
