package greenpair.web.plans;

import greenpair.plan.input.PlanRequest;
import greenpair.program.ProgramStore;
import greenpair.program.Records;
import greenpair.program.Remarks;
import greenpair.program.Remarks.Remark;
import greenpair.program.StoredPlan;
import greenpair.program.access.Caller;
import greenpair.program.database.Page;
import greenpair.program.database.Stamp;
import greenpair.web.input.Input;
import greenpair.web.program.WriteEndpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Starts solving the plan that an order asks for.
public record PlanStart(PlanHandler plans) {
  private static final int ACCEPTED = 202;
  private static final int MOST_VETOES = 100_000;

  <T extends PlanOrders.Order> WriteEndpoint.RequestParser of(Class<T> sort) {
    return (input, caller) -> {
      T order = input.body(sort);
      PlanRequest request = new PlanRequests(input, plans, caller).of(order);
      return new Starting(order.title(), request, input, caller);
    };
  }

  /// Vetoes of the programme that the caller may see.
  public static List<Remark> vetoes(ProgramStore store, Caller caller) {
    Remarks.Selection vetoes =
        new Remarks.Selection(Remark.Sort.VETO, null, null, null, null, false);
    return store.read(
        records -> records.remarks().list(vetoes, caller, Page.NEWEST, MOST_VETOES).items());
  }

  /// A plan that is solved only after it and its audit line are stored.
  private final class Starting implements WriteEndpoint.Work {
    private final String title;
    private final PlanRequest request;
    private final Input input;
    private final Caller caller;
    private @Nullable StoredPlan plan;

    Starting(String title, PlanRequest request, Input input, Caller caller) {
      this.title = title;
      this.request = request;
      this.input = input;
      this.caller = caller;
    }

    @Override
    public WriteEndpoint.Done run(Records records, Stamp stamp) {
      String asked = plans.json().stored(request);
      StoredPlan stored = records.plans().add(request.sort(), title, asked, stamp);
      plan = stored;
      return new WriteEndpoint.Done(
          ACCEPTED,
          "plan.ask",
          "plan " + stored.id() + ": " + request.sort(),
          plans.view(stored),
          PlanHandler.PATH + "/" + stored.id(),
          true);
    }

    @Override
    public void afterCommit() {
      if (plan != null) {
        plans.runs().begin(plan, request, caller, input.origin());
      }
    }
  }
}
