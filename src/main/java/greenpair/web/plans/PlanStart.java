package greenpair.web.plans;

import greenpair.catalog.EntryId;
import greenpair.message.Message;
import greenpair.plan.allocation.AllocationProblem;
import greenpair.plan.allocation.Requirement;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.input.PlanResult;
import greenpair.program.PlanReply;
import greenpair.program.ProgramStore;
import greenpair.program.Records;
import greenpair.program.StoredPlan;
import greenpair.program.access.Caller;
import greenpair.program.database.Stamp;
import greenpair.web.http.Json;
import greenpair.web.http.RequestId;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Input;
import greenpair.web.program.WriteEndpoint;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads requests for plans and starts solving them.
record PlanStart(
    ProgramStore store,
    PlanRuns runs,
    Json json,
    Function<StoredPlan, PlanView> view,
    Finding finding) {
  private static final String ADDRESS = "/api/v1/plans/";
  private static final int ACCEPTED = 202;
  private static final int LONGEST_TITLE = 200;

  interface Finding {
    Optional<PlanHandler.Kept> find(Records records, Caller caller, String id);
  }

  WriteEndpoint.RequestParser asking(String sort, Context context) {
    return (input, caller) -> {
      BodyFields body = input.body();
      String title = body.string("title", LONGEST_TITLE);
      PlanBody orders = new PlanBody(input, body);
      @Nullable PlanRequest request =
          switch (sort) {
            case "cohort" -> orders.cohort();
            case "pairs" -> orders.pairs();
            case "meetings" -> new MeetingBody(input, body, id -> find(caller, id)).meetings();
            default -> partners(orders, body, input, caller);
          };
      input.check();
      return new Starting(
          title == null ? "" : title, Objects.requireNonNull(request), caller, context);
    };
  }

  private PlanRequest partners(PlanBody orders, BodyFields body, Input input, Caller caller) {
    String keep = body.string("keep");
    if (keep == null) {
      return orders.partners(List.of(), List.of());
    }
    Optional<PlanHandler.Kept> older = find(caller, keep);
    if (older.isEmpty()
        || !(older.get().made() instanceof PlanResult.Partners made)
        || made.plan() == null) {
      input.fault(
          "keep", keep, Message.of("plan.made_partners"), Message.of("plan.made_partners.next"));
      return orders.partners(List.of(), List.of());
    }
    PlanReplies responses =
        new PlanReplies(older.get().answers().stream().map(PlanView.Answered::of).toList());
    Map<EntryId, EntryId> cities = new HashMap<>();
    made.instance().demands().forEach(each -> cities.put(each.need(), each.city()));
    Map<Boolean, List<AllocationProblem.Place>> places =
        made.plan().places().stream()
            .map(each -> new AllocationProblem.Place(each.need(), each.kind(), each.supplier()))
            .collect(
                Collectors.partitioningBy(
                    each ->
                        responses
                            .to(
                                Objects.requireNonNull(cities.get(each.need())),
                                each.need(),
                                each.supplier())
                            .filter(PlanReply.Sort.DECLINE::equals)
                            .isPresent()));
    return orders.partners(
        Objects.requireNonNull(places.get(false)),
        Objects.requireNonNull(places.get(true)).stream()
            .map(each -> new Requirement.Veto(each.supplier(), null, each.need()))
            .distinct()
            .toList());
  }

  private Optional<PlanHandler.Kept> find(Caller caller, String id) {
    return store.read(records -> finding.find(records, caller, id));
  }

  /// A plan that is solved only after it and its audit line are stored.
  private final class Starting implements WriteEndpoint.Work {
    private final String title;
    private final PlanRequest request;
    private final Caller caller;
    private final Context context;
    private @Nullable StoredPlan plan;

    Starting(String title, PlanRequest request, Caller caller, Context context) {
      this.title = title;
      this.request = request;
      this.caller = caller;
      this.context = context;
    }

    @Override
    public WriteEndpoint.Done run(Records records, Stamp stamp) {
      String asked = json.text(request);
      StoredPlan stored = records.plans().add(request.sort(), title, asked, stamp);
      plan = stored;
      return new WriteEndpoint.Done(
          ACCEPTED,
          "plan.ask",
          "plan " + stored.id() + ": " + request.sort(),
          view.apply(stored),
          ADDRESS + stored.id());
    }

    @Override
    public void written() {
      if (plan != null) {
        runs.begin(plan, request, caller, RequestId.origin(context));
      }
    }
  }
}
