package greenpair.web.plans;

import greenpair.message.Message;
import greenpair.plan.allocation.Instance;
import greenpair.plan.allocation.Plan;
import greenpair.plan.allocation.Requirement;
import greenpair.plan.ask.PartnersAnswer;
import greenpair.plan.ask.PlanRequest;
import greenpair.plan.ask.PlanResult;
import greenpair.program.PlanAnswer;
import greenpair.program.ProgramStore;
import greenpair.program.Records;
import greenpair.program.StoredPlan;
import greenpair.program.access.Caller;
import greenpair.program.access.Role;
import greenpair.program.database.Page;
import greenpair.program.database.Stamp;
import greenpair.web.auth.Guard;
import greenpair.web.http.Json;
import greenpair.web.http.RequestId;
import greenpair.web.input.Fields;
import greenpair.web.input.Input;
import greenpair.web.input.Required;
import greenpair.web.programme.ProgramReading;
import greenpair.web.programme.Writing;
import greenpair.web.records.Archive;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The plans of coordinators: requested, followed, cancelled, checked, shared with the cities.
public final class PlanHandler {
  private static final String ADDRESS = "/api/v1/plans/";
  private static final int ACCEPTED = 202;
  private static final int LONGEST_TITLE = 200;

  private final ProgramReading reading;
  private final Writing writing;
  private final ProgramStore store;
  private final PlanRuns runs;
  private final Archive archive;
  private final Json json;
  private final int maxBody;

  public PlanHandler(
      ProgramReading reading,
      Writing writing,
      ProgramStore store,
      PlanRuns runs,
      Archive archive,
      Json json,
      int maxBody) {
    this.reading = reading;
    this.writing = writing;
    this.store = store;
    this.runs = runs;
    this.archive = archive;
    this.json = json;
    this.maxBody = maxBody;
  }

  /// A plan with what is kept of it.
  ///
  /// @param asked null where its document is not there, as is what was made
  public record Kept(
      StoredPlan plan,
      PlanView about,
      @Nullable PlanDocument document,
      @Nullable PlanRequest asked,
      @Nullable PlanResult made,
      List<PlanAnswer> answers) {}

  PlanView view(StoredPlan plan) {
    return PlanView.of(plan, runs.progress(plan.id()));
  }

  public void list(Context context) {
    reading.list(
        context,
        (parameters, checks) ->
            (records, caller, before, limit) -> records.plans().list(caller, before, limit),
        (plan, caller) -> view(plan));
  }

  /// The newest plans that the caller may see, each in the state that it is in.
  public List<StoredPlan> newest(Context context, int limit) {
    return reading
        .read(
            context,
            (records, caller) -> records.plans().list(caller, Page.NEWEST, limit).items(),
            plans -> List.of())
        .stream()
        .map(each -> each.in(view(each).state()))
        .toList();
  }

  public void one(Context context) {
    reading.one(context, this::kept, (kept, caller) -> whole(kept));
  }

  public void document(Context context) {
    reading.one(
        context,
        this::kept,
        (kept, caller) ->
            new PlanView.Document(
                kept.about(), kept.document() == null ? "" : kept.document().text()));
  }

  /// A plan that a coordinator opens.
  public Kept kept(Context context) {
    String id = context.pathParam("id");
    return reading.read(
        context,
        (records, caller) -> ProgramReading.found(this::kept, records, caller, id),
        kept -> List.of());
  }

  private Optional<Kept> kept(Records records, Caller caller, String id) {
    return records.plans().find(caller, id).map(plan -> kept(records, plan));
  }

  Kept kept(Records records, StoredPlan plan) {
    String text = plan.document();
    PlanDocument document = text == null ? null : PlanDocument.parse("plan " + plan.id(), text);
    return new Kept(
        plan,
        view(plan),
        document,
        document == null ? null : document.asked(),
        document == null ? null : document.made(),
        records.plans().answers(plan.id(), null));
  }

  private static PlanView.Whole whole(Kept kept) {
    PlanDocument document = kept.document();
    PlanResult made = kept.made();
    return new PlanView.Whole(
        kept.about(),
        document == null ? null : document.generation(),
        document == null ? null : document.configuration(),
        made instanceof PlanResult.Cohort cohort ? cohort.report() : null,
        made instanceof PlanResult.Pairs pairs
            ? new PlanView.Pairs(pairs.stable(), pairs.pairs())
            : null,
        made instanceof PlanResult.Partners partners ? PartnersAnswer.of(partners) : null,
        made instanceof PlanResult.Meetings meetings
                && kept.asked() instanceof PlanRequest.Meetings asked
            ? MeetingsView.of(asked, meetings.timetable())
            : null,
        kept.answers().stream().map(PlanView.Answered::of).toList());
  }

  /// Checks a kept plan without planning again.
  public void check(Context context) {
    reading.made(
        context,
        this::kept,
        kept -> {
          PlanDocument document = kept.document();
          if (document == null) {
            throw ProgramReading.noSuchRecord(kept.about().id());
          }
          return PlanCheck.of(document, archive);
        });
  }

  /// The findings of a check, for a page.
  public Optional<PlanCheck> check(Kept kept) {
    return Optional.ofNullable(kept.document()).map(each -> PlanCheck.of(each, archive));
  }

  public void cohort(Context context) {
    writing.write(context, asking("cohort", context));
  }

  public void pairs(Context context) {
    writing.write(context, asking("pairs", context));
  }

  public void partners(Context context) {
    writing.write(context, asking("partners", context));
  }

  public void meetings(Context context) {
    writing.write(context, asking("meetings", context));
  }

  /// Reads what a body asks of a plan of that sort.
  public Writing.Reading asking(String sort, Context context) {
    return (input, caller) -> {
      Fields body = input.body(maxBody);
      String title = title(body);
      PlanOrders orders = new PlanOrders(input, body);
      @Nullable PlanRequest request =
          switch (sort) {
            case "cohort" -> orders.cohort();
            case "pairs" -> orders.pairs();
            case "meetings" -> new MeetingOrders(input, body, id -> find(caller, id)).meetings();
            default -> partners(orders, body, input, caller);
          };
      body.finish();
      input.check();
      return new Starting(title, Objects.requireNonNull(request), caller, context);
    };
  }

  private static String title(Fields body) {
    String title = body.string("title");
    if (title != null && title.length() > LONGEST_TITLE) {
      body.checks()
          .faults()
          .add(
              "title",
              title,
              Message.of("check.most_characters", "most", LONGEST_TITLE),
              Message.of("next.shorten"));
    }
    return title == null ? "" : title;
  }

  private PlanRequest partners(PlanOrders orders, Fields body, Input input, Caller caller) {
    String keep = body.string("keep");
    if (keep == null) {
      return orders.partners(List.of(), List.of());
    }
    Optional<Kept> older = find(caller, keep);
    if (older.isEmpty()
        || !(older.get().made() instanceof PlanResult.Partners made)
        || made.plan() == null) {
      input
          .checks()
          .faults()
          .add(
              "keep",
              keep,
              Message.of("plan.made_partners"),
              Message.of("plan.made_partners.next"));
      return orders.partners(List.of(), List.of());
    }
    return orders.partners(places(made.plan(), older.get()), declined(older.get()));
  }

  private Optional<Kept> find(Caller caller, String id) {
    return store.read(records -> kept(records, caller, id));
  }

  private static List<Instance.Place> places(Plan plan, Kept older) {
    Set<Requirement.Veto> declined = Set.copyOf(declined(older));
    return plan.places().stream()
        .filter(
            each -> !declined.contains(new Requirement.Veto(each.supplier(), null, each.need())))
        .map(each -> new Instance.Place(each.need(), each.kind(), each.supplier()))
        .toList();
  }

  /// What cities declined, by their newest answer to each place.
  private static List<Requirement.Veto> declined(Kept older) {
    return older.answers().stream()
        .filter(each -> each.need() != null && each.partner() != null)
        .collect(
            Collectors.toMap(
                each ->
                    new Requirement.Veto(Objects.requireNonNull(each.partner()), null, each.need()),
                PlanAnswer::sort,
                (earlier, later) -> later,
                java.util.LinkedHashMap::new))
        .entrySet()
        .stream()
        .filter(each -> each.getValue() == PlanAnswer.Sort.DECLINE)
        .map(java.util.Map.Entry::getKey)
        .toList();
  }

  /// A plan that is solved only after it and its audit line are stored.
  private final class Starting implements Writing.Work {
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
    public Writing.Done run(Records records, Stamp stamp) {
      notWritten();
      String asked = new String(json.write(request, null), StandardCharsets.UTF_8);
      StoredPlan stored = records.plans().add(request.sort(), title, asked, stamp);
      runs.reserve(stored.id());
      plan = stored;
      return new Writing.Done(
          ACCEPTED,
          "plan.ask",
          "plan " + stored.id() + ": " + request.sort(),
          view(stored),
          ADDRESS + stored.id());
    }

    @Override
    public void written() {
      if (plan != null) {
        runs.begin(plan, request, caller, RequestId.origin(context));
      }
    }

    @Override
    public void notWritten() {
      if (plan != null) {
        runs.withdraw(plan.id());
        plan = null;
      }
    }
  }

  public void cancel(Context context) {
    writing.write(context, cancelling(context.pathParam("id")));
  }

  /// Ends the solving of a plan; one that has ended stays as it is.
  public Writing.Reading cancelling(String id) {
    return (input, caller) ->
        new Writing.Work() {
          @Override
          public Writing.Done run(Records records, Stamp stamp) {
            StoredPlan found = coordinated(records, caller, id);
            StoredPlan now =
                records.plans().end(id, StoredPlan.State.CANCELLED, null, null, "[]").orElse(found);
            return Writing.Done.changed("plan.cancel", "plan " + id, view(now));
          }

          @Override
          public void written() {
            runs.cancel(id);
          }
        };
  }

  private static StoredPlan coordinated(Records records, Caller caller, String id) {
    StoredPlan found =
        records.plans().find(caller, id).orElseThrow(() -> ProgramReading.noSuchRecord(id));
    if (!caller.isAtLeast(Role.COORDINATOR)) {
      throw Guard.forbidden();
    }
    return found;
  }

  public void share(Context context) {
    writing.write(context, sharing(context.pathParam("id")));
  }

  /// Shows the cities their parts of a plan, until a day.
  public Writing.Reading sharing(String id) {
    return (input, caller) -> {
      Fields body = input.body(maxBody);
      LocalDate until = day(body);
      body.finish();
      input.check();
      return (records, stamp) -> {
        StoredPlan found = coordinated(records, caller, id);
        if (found.state() != StoredPlan.State.MADE) {
          throw PartHandler.refused(
              "id", id, Message.of("plan.made"), Message.of("plan.made.next"));
        }
        StoredPlan now = records.plans().share(id, Objects.requireNonNull(until));
        return Writing.Done.changed("plan.share", "plan " + id + " until " + until, view(now));
      };
    };
  }

  private static @Nullable LocalDate day(Fields body) {
    String word = body.string("until");
    if (body.isMissing("until")) {
      Required.missing(body, "until", Message.of("what.last_day"));
      return null;
    }
    try {
      return word == null ? null : LocalDate.parse(word);
    } catch (DateTimeParseException e) {
      body.checks()
          .faults()
          .add(
              "until",
              word,
              Message.of("check.day", "example", "2026-12-31"),
              Message.of("next.correct"));
      return null;
    }
  }
}
