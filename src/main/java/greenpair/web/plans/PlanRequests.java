package greenpair.web.plans;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Financier;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Partner;
import greenpair.catalog.Text;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.plan.ImpossibleException;
import greenpair.plan.allocation.AllocationProblem;
import greenpair.plan.allocation.Requirement;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.input.PlanResult;
import greenpair.plan.input.SummitInputs;
import greenpair.plan.meetings.Changes;
import greenpair.plan.meetings.Summit.Wish;
import greenpair.plan.meetings.Timetable;
import greenpair.plan.meetings.Timetable.Meeting;
import greenpair.plan.meetings.TimetableCheck;
import greenpair.program.ProgramStore;
import greenpair.program.Remarks;
import greenpair.program.Remarks.Remark;
import greenpair.program.StoredPlans.PlanReply;
import greenpair.program.access.Caller;
import greenpair.program.database.Page;
import greenpair.web.http.RefusedException;
import greenpair.web.input.Input;
import greenpair.web.plans.PartReplies.PlanReplies;
import org.jspecify.annotations.Nullable;

/// Turns the forms of plans into requests to planning, with all their faults at once: for the API
/// and the forms.
public record PlanRequests(Input input, PlanHandler plans, Caller caller) {
  /// Of forms of timetables, by what is impossible.
  private static final Map<String, String> FIELDS =
      Map.of(
          "meeting.leaves_early", "departures",
          "meeting.most_wishes", "wishes",
          "meeting.wished_twice", "wishes");

  private static final int MOST_VETOES = 100_000;

  /// The request of an form.
  ///
  /// @throws RefusedException with all faults
  PlanRequest of(PlanForms.PlanForm form) {
    PlanRequest request =
        switch (form) {
          case PlanForms.Cohort cohort -> cohort.request();
          case PlanForms.Pairs pairs -> pairs.request();
          case PlanForms.Partners partners when partners.keep() != null ->
              keeping(partners, partners.keep());
          case PlanForms.Partners partners ->
              partners.request(List.of(), ruledOut(), input.snapshot());
          case MeetingsForm meetings when meetings.keep() != null ->
              again(meetings, meetings.keep());
          case MeetingsForm meetings -> first(meetings);
        };
    input.check();
    return request;
  }

  private PlanRequest keeping(PlanForms.Partners form, String keep) {
    PlanHandler.LoadedPlan older = earlier(keep);
    if (older == null
        || !(older.made() instanceof PlanResult.Partners made)
        || made.plan() == null) {
      throw RefusedException.invalid(
          "keep", keep, Message.of("plan.made_partners"), Message.of("plan.made_partners.next"));
    }
    PlanReplies responses = new PlanReplies(older.answers());
    Map<EntryId, EntryId> cities = new HashMap<>();
    made.instance().demands().forEach(each -> cities.put(each.need(), each.city()));
    Map<Boolean, List<AllocationProblem.Assignment>> places =
        made.plan().places().stream()
            .map(
                each -> new AllocationProblem.Assignment(each.need(), each.kind(), each.supplier()))
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
    return form.request(
        Objects.requireNonNull(places.get(false)),
        Stream.concat(
                Objects.requireNonNull(places.get(true)).stream()
                    .map(each -> new Requirement.Veto(each.supplier(), null, each.need())),
                ruledOut().stream())
            .distinct()
            .toList(),
        input.snapshot());
  }

  /// An earlier plan that the caller may see; null if there is none.
  private PlanHandler.@Nullable LoadedPlan earlier(String id) {
    return plans.store().read(records -> plans.kept(records, caller, id)).orElse(null);
  }

  private List<Requirement.Veto> ruledOut() {
    return vetoes(vetoes(plans.store(), caller), input.snapshot());
  }

  /// Vetoes of the programme that the caller may see.
  public static List<Remark> vetoes(ProgramStore store, Caller caller) {
    Remarks.Selection vetoes =
        new Remarks.Selection(Remark.Sort.VETO, null, null, null, null, false);
    return store.read(
        records -> records.remarks().list(vetoes, caller, Page.NEWEST, MOST_VETOES).items());
  }

  /// A city rules a partner out for one need, or for all that it has.
  public static List<Requirement.Veto> vetoes(List<Remark> remarks, Snapshot snapshot) {
    List<Requirement.Veto> all = new ArrayList<>();
    for (Remark each : remarks) {
      List<EntryId> needs =
          each.need() != null
              ? List.of(each.need())
              : each.city() == null
                  ? List.of()
                  : snapshot.needs(each.city()).stream().map(Need::id).toList();
      if (each.entry() != null) {
        EntryId partner = each.entry();
        needs.forEach(need -> all.add(new Requirement.Veto(partner, null, need)));
      }
    }
    return all;
  }

  private PlanRequest again(MeetingsForm form, String keep) {
    PlanHandler.LoadedPlan kept = earlier(keep);
    if (kept == null
        || !(kept.asked() instanceof PlanRequest.Meetings asked)
        || !(kept.made() instanceof PlanResult.Meetings made)) {
      throw RefusedException.invalid(
          "keep", keep, Message.of("plan.made_timetable"), Message.of("next.correct_or_leave_out"));
    }
    form.cancelled().stream()
        .filter(id -> asked.summit().wishes().stream().noneMatch(each -> each.isOf(id)))
        .forEach(id -> wrong("cancelled", id.value(), Message.of("plan.has_wish")));
    Changes changes = changes(form, asked, made.timetable());
    input.check();
    try {
      PlanRequest.Meetings next =
          asked.again(
              Set.copyOf(form.cancelled()), changes, made.timetable().meetings(), this::isChinese);
      List<Meeting> pinned = next.summit().previous().subList(0, changes.pins().size());
      TimetableCheck.clashes(next.summit(), pinned, id -> name(id), next::time)
          .forEach(each -> wrong("pins", null, Message.of("plan.clash", "clash", each)));
      return next;
    } catch (ImpossibleException e) {
      throw impossible("pins", e);
    }
  }

  private RuntimeException impossible(String key, ImpossibleException e) {
    for (Message each : e.says()) {
      String field = FIELDS.getOrDefault(each.key(), key);
      wrong(field, null, Message.of("plan.impossible", "why", each));
    }
    input.check();
    return e;
  }

  private Text name(EntryId id) {
    return MeetingsForm.DELEGATIONS.stream()
        .flatMap(kind -> input.snapshot().name(kind, id).stream())
        .findFirst()
        .orElse(new Text(id.value(), null));
  }

  private Changes changes(MeetingsForm form, PlanRequest.Meetings asked, Timetable made) {
    Set<String> held = made.meetings().stream().map(Meeting::pair).collect(Collectors.toSet());
    List<Changes.Pin> pins = new ArrayList<>();
    for (int at = 0; at < form.pins().size(); at++) {
      MeetingsForm.Pin pin = form.pins().get(at);
      String key = "pins[" + at + "]";
      OptionalInt slot = asked.slot(pin.start().toString());
      Changes.Pin next = new Changes.Pin(pin.city(), pin.partner(), slot.orElse(0));
      if (pin.city().equals(pin.partner())) {
        Message rule = Message.of("meeting.with_itself", "who", pin.city());
        wrong(key + ".partner", pin.partner().value(), rule);
      } else if (!held.contains(next.pair())) {
        var _ = input.known(key + ".city", pin.city().value(), MeetingsForm.DELEGATIONS);
        var _ = input.known(key + ".partner", pin.partner().value(), MeetingsForm.DELEGATIONS);
      }
      if (slot.isEmpty()) {
        Message rule = Message.of("plan.slot", "slots", asked.times());
        wrong(key + ".start", pin.start().toString(), rule);
      }
      pins.add(next);
    }
    List<Changes.Veto> vetoes =
        form.vetoes().stream().map(each -> new Changes.Veto(each.city(), each.partner())).toList();
    for (int at = 0; at < vetoes.size(); at++) {
      if (!held.contains(vetoes.get(at).pair())) {
        String pair = vetoes.get(at).city() + "=" + vetoes.get(at).partner();
        wrong("vetoes[" + at + "]", pair, Message.of("plan.meets_not"));
      }
    }
    return new Changes(pins, vetoes);
  }

  private PlanRequest first(MeetingsForm form) {
    List<Wish> wishes = new ArrayList<>();
    String plan = form.plan();
    if (plan != null) {
      if (made(plan) instanceof PlanResult.Partners made && made.plan() != null) {
        SummitInputs.wishes(made).stream()
            .filter(each -> !isGrantProgramme(each.partner()))
            .forEach(wishes::add);
      } else {
        wrong("plan", plan, Message.of("plan.made_partners"));
      }
    }
    String pairs = form.pairs();
    if (pairs != null) {
      if (made(pairs) instanceof PlanResult.Pairs made) {
        wishes.addAll(SummitInputs.wishes(made));
      } else {
        wrong("pairs", pairs, Message.of("plan.made_pairs"));
      }
    }
    input.check();
    try {
      return form.request(
          wishes,
          UUID.randomUUID().toString(),
          this::isChinese,
          (key, id) -> wrong(key, id.value(), Message.of("plan.has_wish")));
    } catch (ImpossibleException e) {
      throw impossible("days", e);
    }
  }

  /// Whether a delegation is from China.
  private boolean isChinese(EntryId id) {
    return MeetingsForm.DELEGATIONS.stream()
        .flatMap(kind -> input.snapshot().entry(kind, id).stream())
        .anyMatch(each -> "CN".equals(country(each)));
  }

  private static @Nullable String country(Entry entry) {
    if (entry instanceof City city) {
      return city.country();
    }
    Partner.Headquarters seat = Entry.partner(entry).headquarters();
    return seat == null ? null : seat.country();
  }

  private boolean isGrantProgramme(EntryId partner) {
    return input
        .snapshot()
        .entry(Kind.FINANCIER, partner)
        .filter(each -> ((Financier) each).isGrantProgramme())
        .isPresent();
  }

  private @Nullable PlanResult made(String plan) {
    PlanHandler.LoadedPlan found = earlier(plan);
    return found == null ? null : found.made();
  }

  private void wrong(String key, @Nullable String value, Message rule) {
    input.fault(key, value, rule, Message.of("next.correct_or_leave_out"));
  }
}
