package greenpair.web.plans;

import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.plan.ImpossibleException;
import greenpair.plan.allocation.AllocationProblem;
import greenpair.plan.allocation.Requirement;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.input.PlanResult;
import greenpair.plan.input.SummitInputs;
import greenpair.plan.meetings.Changes;
import greenpair.plan.meetings.Meeting;
import greenpair.plan.meetings.Timetable;
import greenpair.plan.meetings.TimetableCheck;
import greenpair.plan.meetings.Wish;
import greenpair.program.PlanReply;
import greenpair.program.ProgramStore;
import greenpair.program.Records;
import greenpair.program.StoredPlan;
import greenpair.program.access.Caller;
import greenpair.program.database.Stamp;
import greenpair.web.http.Json;
import greenpair.web.http.RefusedException;
import greenpair.web.input.Input;
import greenpair.web.program.WriteEndpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads orders of plans and starts solving them.
record PlanStart(PlanHandler plans, ProgramStore store, PlanRuns runs, Json json) {
  private static final int ACCEPTED = 202;

  WriteEndpoint.Work cohort(Input input, Caller caller) {
    PlanOrders.Cohort order = input.body(PlanOrders.Cohort.class);
    return new Starting(order.title(), order.request(), input, caller);
  }

  WriteEndpoint.Work pairs(Input input, Caller caller) {
    PlanOrders.Pairs order = input.body(PlanOrders.Pairs.class);
    return new Starting(order.title(), order.request(), input, caller);
  }

  WriteEndpoint.Work partners(Input input, Caller caller) {
    PlanOrders.Partners order = input.body(PlanOrders.Partners.class);
    String keep = order.keep();
    PlanRequest request =
        keep == null
            ? order.request(List.of(), List.of(), input.snapshot())
            : keeping(order, keep, input, caller);
    return new Starting(order.title(), request, input, caller);
  }

  private PlanRequest keeping(PlanOrders.Partners order, String keep, Input input, Caller caller) {
    PlanHandler.Kept older = find(caller, keep).orElse(null);
    if (older == null
        || !(older.made() instanceof PlanResult.Partners made)
        || made.plan() == null) {
      throw RefusedException.invalid(
          "keep", keep, Message.of("plan.made_partners"), Message.of("plan.made_partners.next"));
    }
    PlanReplies responses =
        new PlanReplies(older.answers().stream().map(PlanView.Answered::of).toList());
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
    return order.request(
        Objects.requireNonNull(places.get(false)),
        Objects.requireNonNull(places.get(true)).stream()
            .map(each -> new Requirement.Veto(each.supplier(), null, each.need()))
            .distinct()
            .toList(),
        input.snapshot());
  }

  WriteEndpoint.Work meetings(Input input, Caller caller) {
    MeetingsOrder order = input.body(MeetingsOrder.class);
    PlanRequest request =
        order.keep() == null ? first(order, input, caller) : again(order, input, caller);
    input.check();
    return new Starting(order.title(), request, input, caller);
  }

  private PlanRequest again(MeetingsOrder order, Input input, Caller caller) {
    String keep = Objects.requireNonNull(order.keep());
    PlanHandler.Kept kept = find(caller, keep).orElse(null);
    if (kept == null
        || !(kept.asked() instanceof PlanRequest.Meetings asked)
        || !(kept.made() instanceof PlanResult.Meetings made)) {
      throw RefusedException.invalid(
          "keep", keep, Message.of("plan.made_timetable"), Message.of("next.correct_or_leave_out"));
    }
    Map<Boolean, List<String>> gone =
        order.cancelled().stream()
            .collect(Collectors.partitioningBy(asked.summit().conditions()::has));
    Set<EntryId> cancelled = delegations(input, Objects.requireNonNull(gone.get(false)));
    Changes changes = changes(order, asked, made.timetable(), input);
    input.check();
    try {
      PlanRequest.Meetings next =
          asked.again(
              cancelled,
              Set.copyOf(Objects.requireNonNull(gone.get(true))),
              changes,
              made.timetable().meetings());
      List<Meeting> pinned = next.summit().previous().subList(0, changes.pins().size());
      TimetableCheck.clashes(next.summit(), pinned, id -> name(id, input), next::time)
          .forEach(each -> wrong(input, "pins", null, Message.of("plan.clash", "clash", each)));
      return next;
    } catch (ImpossibleException e) {
      throw impossible(input, "pins", e);
    }
  }

  private static RuntimeException impossible(Input input, String key, ImpossibleException e) {
    e.says().forEach(each -> wrong(input, key, null, Message.of("plan.impossible", "why", each)));
    input.check();
    return e;
  }

  private static Text name(EntryId id, Input input) {
    return MeetingsOrder.DELEGATIONS.stream()
        .flatMap(kind -> input.snapshot().name(kind, id).stream())
        .findFirst()
        .orElse(new Text(id.value(), null));
  }

  private static Changes changes(
      MeetingsOrder order, PlanRequest.Meetings asked, Timetable made, Input input) {
    Set<String> held = made.meetings().stream().map(Meeting::pair).collect(Collectors.toSet());
    List<Changes.Pin> pins = new ArrayList<>();
    for (int at = 0; at < order.pins().size(); at++) {
      MeetingsOrder.Pin pin = order.pins().get(at);
      String key = "pins[" + at + "]";
      OptionalInt slot = asked.slot(pin.start().toString());
      Changes.Pin next = new Changes.Pin(pin.city(), pin.partner(), slot.orElse(0));
      if (pin.city().equals(pin.partner())) {
        Message rule = Message.of("meeting.with_itself", "who", pin.city());
        wrong(input, key + ".partner", pin.partner().value(), rule);
      } else if (!held.contains(next.pair())) {
        var _ = input.known(key + ".city", pin.city().value(), MeetingsOrder.DELEGATIONS);
        var _ = input.known(key + ".partner", pin.partner().value(), MeetingsOrder.DELEGATIONS);
      }
      if (slot.isEmpty()) {
        Message rule = Message.of("plan.slot", "slots", asked.times());
        wrong(input, key + ".start", pin.start().toString(), rule);
      }
      pins.add(next);
    }
    List<Changes.Veto> vetoes =
        order.vetoes().stream().map(each -> new Changes.Veto(each.city(), each.partner())).toList();
    for (int at = 0; at < vetoes.size(); at++) {
      if (!held.contains(vetoes.get(at).pair())) {
        String pair = vetoes.get(at).city() + "=" + vetoes.get(at).partner();
        wrong(input, "vetoes[" + at + "]", pair, Message.of("plan.meets_not"));
      }
    }
    return new Changes(pins, vetoes);
  }

  private static Set<EntryId> delegations(Input input, List<String> words) {
    Set<EntryId> ids = new TreeSet<>();
    for (int at = 0; at < words.size(); at++) {
      EntryId id = input.known("cancelled[" + at + "]", words.get(at), MeetingsOrder.DELEGATIONS);
      if (id != null) {
        ids.add(id);
      }
    }
    return ids;
  }

  private PlanRequest first(MeetingsOrder order, Input input, Caller caller) {
    List<Wish> wishes = new ArrayList<>();
    String plan = order.plan();
    if (plan != null) {
      if (made(caller, plan) instanceof PlanResult.Partners made && made.plan() != null) {
        wishes.addAll(SummitInputs.wishes(made));
      } else {
        wrong(input, "plan", plan, Message.of("plan.made_partners"));
      }
    }
    String pairs = order.pairs();
    if (pairs != null) {
      if (made(caller, pairs) instanceof PlanResult.Pairs made) {
        wishes.addAll(SummitInputs.wishes(made));
      } else {
        wrong(input, "pairs", pairs, Message.of("plan.made_pairs"));
      }
    }
    Set<EntryId> cancelled = delegations(input, order.cancelled());
    input.check();
    try {
      return order.request(
          wishes,
          cancelled,
          UUID.randomUUID().toString(),
          (key, id) -> wrong(input, key, id.value(), Message.of("plan.has_wish")));
    } catch (ImpossibleException e) {
      throw impossible(input, "days", e);
    }
  }

  private @Nullable PlanResult made(Caller caller, String plan) {
    return find(caller, plan).map(PlanHandler.Kept::made).orElse(null);
  }

  private static void wrong(Input input, String key, @Nullable String value, Message rule) {
    input.fault(key, value, rule, Message.of("next.correct_or_leave_out"));
  }

  private Optional<PlanHandler.Kept> find(Caller caller, String id) {
    return store.read(records -> plans.kept(records, caller, id));
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
      String asked = json.text(request);
      StoredPlan stored = records.plans().add(request.sort(), title, asked, stamp);
      plan = stored;
      return new WriteEndpoint.Done(
          ACCEPTED,
          "plan.ask",
          "plan " + stored.id() + ": " + request.sort(),
          plans.view(stored),
          PlanHandler.PATH + "/" + stored.id());
    }

    @Override
    public void written() {
      if (plan != null) {
        runs.begin(plan, request, caller, input.origin());
      }
    }
  }
}
