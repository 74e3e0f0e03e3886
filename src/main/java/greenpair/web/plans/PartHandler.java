package greenpair.web.plans;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.pages.plan.Agenda;
import greenpair.plan.allocation.CityShare;
import greenpair.plan.ask.PlanRequest;
import greenpair.plan.ask.PlanResult;
import greenpair.plan.ask.PlanWords;
import greenpair.plan.cohort.CohortReport;
import greenpair.plan.meetings.Timetable;
import greenpair.plan.pairs.CityPair;
import greenpair.program.PlanAnswer;
import greenpair.program.Records;
import greenpair.program.StoredPlan;
import greenpair.program.access.Caller;
import greenpair.web.auth.Guard;
import greenpair.web.catalog.Searches;
import greenpair.web.http.Checks;
import greenpair.web.http.Fault;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.input.Fields;
import greenpair.web.input.Input;
import greenpair.web.input.Required;
import greenpair.web.programme.ProgramReading;
import greenpair.web.programme.Writing;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A city's own part of a plan: its results with reasons, and its responses until a set day.
public final class PartHandler {
  private static final Map<String, PlanAnswer.Sort> ANSWERS =
      Checks.words(PlanAnswer.Sort.values());
  private static final String ADDRESS = "/api/v1/plans/";

  private final ProgramReading reading;
  private final Writing writing;
  private final PlanHandler plans;
  private final LiveIndex live;
  private final Searches searches;
  private final InstantSource clock;
  private final int maxBody;

  public PartHandler(
      ProgramReading reading,
      Writing writing,
      PlanHandler plans,
      LiveIndex live,
      Searches searches,
      InstantSource clock,
      int maxBody) {
    this.reading = reading;
    this.writing = writing;
    this.plans = plans;
    this.live = live;
    this.searches = searches;
    this.clock = clock;
    this.maxBody = maxBody;
  }

  public void show(Context context) {
    String city = context.pathParam("city");
    reading.one(
        context, (records, caller, id) -> find(records, caller, id, city), (part, caller) -> part);
  }

  /// A part with its plan and the city's answers.
  ///
  /// @param letters ids of introductions by need and partner, see [PlanLetters#key]
  public record Shown(
      StoredPlan plan,
      PlanView.Part part,
      List<PlanAnswer> answers,
      List<Agenda.Entry> agenda,
      Map<String, String> letters) {}

  /// The part that a page shows; nothing when there is none.
  public Optional<Shown> part(Context context) {
    String id = context.pathParam("id");
    String city = context.pathParam("city");
    return reading.read(
        context,
        (records, caller) ->
            find(records, caller, id, city)
                .map(
                    part -> {
                      StoredPlan plan = records.plans().find(caller, id).orElseThrow();
                      PlanHandler.Kept kept = plans.kept(records, plan);
                      return new Shown(
                          plan,
                          part,
                          records.plans().answers(id, part.city()),
                          kept.made() instanceof PlanResult.Meetings
                              ? Agenda.own(asked(kept), made(kept), part.city())
                              : List.of(),
                          PlanLetters.introduced(records, part));
                    }),
        part -> List.of());
  }

  /// Whether a plan takes answers today.
  public boolean isOpen(PlanView plan) {
    LocalDate until = plan.until();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return until != null && !today.isAfter(until);
  }

  /// A timetable that the caller may see: coordinators whole, staff of a city its own meetings once
  /// it is shared.
  ///
  /// @param who whose meetings; null for all
  private PlanHandler.Kept timetable(Context context, @Nullable EntryId who) {
    String id = context.pathParam("id");
    return reading.read(
        context,
        (records, caller) -> {
          StoredPlan plan =
              records.plans().find(caller, id).orElseThrow(() -> ProgramReading.noSuchRecord(id));
          if (!caller.mayChange(who)) {
            throw Guard.forbidden();
          }
          PlanHandler.Kept kept = plans.kept(records, plan);
          if (!(kept.made() instanceof PlanResult.Meetings)) {
            throw ProgramReading.noSuchRecord(id);
          }
          return kept;
        },
        kept -> List.of());
  }

  private static @Nullable EntryId who(Context context) {
    String word = context.pathParamMap().get("city");
    try {
      return word == null ? null : new EntryId(word);
    } catch (IllegalArgumentException e) {
      throw ProgramReading.noSuchRecord(String.valueOf(word));
    }
  }

  /// The meetings of a timetable as a list.
  public void meetings(Context context) {
    EntryId who = who(context);
    PlanHandler.Kept kept = timetable(context, who);
    reading.one(
        context,
        (records, caller, id) -> Optional.of(kept),
        (found, caller) ->
            new MeetingsView.Meetings(MeetingsView.rows(asked(found), made(found), who)));
  }

  /// The meetings of a timetable as a calendar.
  public void calendar(Context context) {
    EntryId who = who(context);
    PlanHandler.Kept kept = timetable(context, who);
    Language language = "zh".equals(context.queryParam("lang")) ? Language.ZH : Language.EN;
    try (Snapshot snapshot = live.acquire()) {
      PlanWords words = searches.of(snapshot.configuration()).planner().words(snapshot);
      context.contentType("text/calendar; charset=utf-8");
      context.header(Header.CACHE_CONTROL, "private, no-cache");
      context.header(Header.CONTENT_DISPOSITION, "attachment; filename=\"meetings.ics\"");
      context.result(
          Calendars.of(
              asked(kept), made(kept), who, kept.plan().made().at(), words::name, language));
    }
  }

  private static PlanRequest.Meetings asked(PlanHandler.Kept kept) {
    return (PlanRequest.Meetings) java.util.Objects.requireNonNull(kept.asked());
  }

  private static Timetable made(PlanHandler.Kept kept) {
    return ((PlanResult.Meetings) java.util.Objects.requireNonNull(kept.made())).timetable();
  }

  /// The part of a city.
  ///
  /// @throws RefusedException when it is another's
  Optional<PlanView.Part> find(Records records, Caller caller, String id, String city) {
    EntryId own;
    try {
      own = new EntryId(city);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    Optional<StoredPlan> plan = records.plans().find(caller, id);
    if (plan.isPresent() && !caller.mayChange(own)) {
      throw Guard.forbidden();
    }
    return plan.flatMap(each -> part(records, each, own));
  }

  private Optional<PlanView.Part> part(Records records, StoredPlan plan, EntryId city) {
    PlanHandler.Kept kept = plans.kept(records, plan);
    List<PlanView.Answered> answers =
        kept.answers().stream()
            .filter(each -> each.city().equals(city))
            .map(PlanView.Answered::of)
            .toList();
    return switch (kept.made()) {
      case null -> Optional.empty();
      case PlanResult.Cohort made ->
          made.report().cities().stream()
              .filter(each -> each.city().equals(city))
              .findFirst()
              .map(
                  each ->
                      new PlanView.Part(
                          kept.about(),
                          city,
                          chosen(each, made.report()),
                          List.of(),
                          null,
                          List.of(),
                          answers));
      case PlanResult.Pairs made -> {
        List<CityPair> own =
            made.pairs().stream()
                .filter(each -> each.one().equals(city) || each.other().equals(city))
                .toList();
        yield own.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new PlanView.Part(kept.about(), city, null, own, null, List.of(), answers));
      }
      case PlanResult.Partners made -> {
        boolean asks =
            made.instance().demands().stream().anyMatch(each -> each.city().equals(city));
        yield made.plan() == null || !asks
            ? Optional.empty()
            : Optional.of(
                new PlanView.Part(
                    kept.about(),
                    city,
                    null,
                    List.of(),
                    CityShare.of(made.instance(), made.plan(), city),
                    List.of(),
                    answers));
      }
      case PlanResult.Meetings made -> {
        List<MeetingsView.Row> own =
            MeetingsView.rows(
                (PlanRequest.Meetings) java.util.Objects.requireNonNull(kept.asked()),
                made.timetable(),
                city);
        yield own.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new PlanView.Part(kept.about(), city, null, List.of(), null, own, answers));
      }
    };
  }

  private PlanView.Chosen chosen(CohortReport.Standing standing, CohortReport report) {
    Text why;
    try (Snapshot snapshot = live.acquire()) {
      PlanWords words = searches.of(snapshot.configuration()).planner().words(snapshot);
      why = words.why(standing, report);
    }
    return new PlanView.Chosen(
        standing.chosen(), why, standing.score(), standing.rank(), standing.acceptability());
  }

  public void answer(Context context) {
    writing.write(context, answering(context.pathParam("id"), context.pathParam("city")));
  }

  /// What a body answers.
  private record Given(
      PlanAnswer.Sort sort,
      @Nullable EntryId need,
      @Nullable EntryId partner,
      @Nullable EntryId preferred,
      String body) {}

  /// Reads what a city answers to its part.
  public Writing.Reading answering(String id, String city) {
    return (input, caller) -> {
      Fields body = input.body(maxBody);
      PlanAnswer.Sort sort = body.choice("answer", ANSWERS);
      EntryId need = input.need("need", body.string("need"), null);
      EntryId partner = either(input, "partner", body.string("partner"));
      EntryId preferred = either(input, "preferred", body.string("preferred"));
      String text = body.string("body");
      if (body.isMissing("answer")) {
        Required.missing(
            body,
            "answer",
            Message.of("what.choice", "values", List.of("accept", "decline", "prefer")));
      }
      if (sort == PlanAnswer.Sort.PREFER && body.isMissing("preferred")) {
        Required.missing(body, "preferred", Message.of("what.preferred"));
      }
      if (sort != null && sort != PlanAnswer.Sort.PREFER && preferred != null) {
        body.missing(
            "preferred",
            Message.of("check.only_with", "field", "answer", "value", "prefer"),
            Message.of("next.leave_out"));
      }
      body.finish();
      input.check();
      Given given =
          new Given(
              java.util.Objects.requireNonNull(sort),
              need,
              partner,
              preferred,
              text == null ? "" : text);
      return (records, stamp) -> {
        PlanView.Part part =
            find(records, caller, id, city).orElseThrow(() -> ProgramReading.noSuchRecord(id));
        check(part, given);
        PlanAnswer made =
            records
                .plans()
                .add(
                    new PlanAnswer(
                        0, "", id, part.city(), need, partner, sort, preferred, given.body, stamp));
        return Writing.Done.made(
            "plan.answer",
            "plan " + id + ", " + city + ": " + sort.name().toLowerCase(java.util.Locale.ROOT),
            PlanView.Answered.of(made),
            ADDRESS + id + "/cities/" + city);
      };
    };
  }

  /// A firm, a financier or a city; null after its fault.
  private static @Nullable EntryId either(Input input, String field, @Nullable String word) {
    if (word == null) {
      return null;
    }
    for (Kind kind : List.of(Kind.FINANCIER, Kind.CITY)) {
      try {
        EntryId id = new EntryId(word);
        if (input.snapshot().entry(kind, id).isPresent()) {
          return id;
        }
      } catch (IllegalArgumentException e) {
        break; // The same fault as for a firm that is not there.
      }
    }
    return input.entry(field, word, Kind.FIRM);
  }

  private void check(PlanView.Part part, Given given) {
    LocalDate until = part.about().until();
    if (!isOpen(part.about())) {
      throw refused(
          "id",
          part.about().id(),
          until == null ? Message.of("plan.open") : Message.of("plan.until", "until", until),
          Message.of("plan.ask_coordinators"));
    }
    boolean isOfPart =
        part.partners() != null
            ? isOf(part.partners(), given)
            : given.need() == null
                && (given.partner() == null
                    || part.pairs().stream()
                        .anyMatch(
                            each ->
                                each.one().equals(given.partner())
                                    || each.other().equals(given.partner())));
    if (!isOfPart) {
      throw refused(
          given.partner() == null ? "need" : "partner",
          String.valueOf(given.partner() == null ? given.need() : given.partner()),
          Message.of("plan.part"),
          Message.of("plan.part.next"));
    }
    boolean isPreferable = part.cohort() == null && given.partner() != null;
    if (given.sort() == PlanAnswer.Sort.PREFER && !isPreferable) {
      throw refused(
          "answer", "prefer", Message.of("plan.preferred"), Message.of("plan.preferred.next"));
    }
  }

  private static boolean isOf(CityShare share, Given given) {
    if (given.need() == null) {
      return given.partner() == null;
    }
    return share.needs().stream()
        .filter(each -> each.need().equals(given.need()))
        .anyMatch(
            each ->
                given.partner() == null
                    || each.got().stream().anyMatch(got -> got.partner().equals(given.partner())));
  }

  static RefusedException refused(String field, String value, Message rule, Message next) {
    Fault fault = Fault.of(field, value, rule, next);
    return new RefusedException(ProblemKind.INVALID_REQUEST, fault.sentence(), List.of(fault));
  }
}
