package greenpair.web.plans;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.plan.allocation.CityShare;
import greenpair.program.Records;
import greenpair.program.StoredPlans.PlanReply;
import greenpair.program.access.Caller;
import greenpair.program.database.Page;
import greenpair.program.database.Stamp;
import greenpair.program.introduction.Introduction;
import greenpair.web.auth.Guard;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.input.Input;
import greenpair.web.plans.PartReplies.PlanReplies;
import greenpair.web.program.ReadEndpoint;
import greenpair.web.program.WriteEndpoint;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/// Drafts of introductions of all partners that a plan assigns to a city, with their letters.
///
/// @param clock in the time zone of the programme
public record PlanLetters(
    ReadEndpoint reading, WriteEndpoint writing, PartHandler parts, Clock clock) {
  private static final int MOST = 10_000;

  /// One partner on a list of the city.
  ///
  /// @param introduction its id; null while there is none
  /// @param letter address of its letter; null while there is none
  record Line(
      EntryId need,
      Kind kind,
      EntryId partner,
      @Nullable String introduction,
      @Nullable String letter) {}

  record Lines(List<Line> items) {}

  public List<Route> routes() {
    String path = PlanHandler.PATH + "/{id}/cities/{city}/introductions";
    return List.of(
        Route.get(path, Access.EDIT, this::list)
            .as("planIntroductions", Lines.class)
            .where("city", "cn-shenzhen"),
        writing
            .post(path, Access.EDIT, this::add)
            .as("introducePlan", Lines.class)
            .where("city", "cn-shenzhen"),
        writing
            .delete(path, Access.EDIT, this::takeBack)
            .as("takeBackPlan", Lines.class)
            .where("city", "cn-shenzhen"));
  }

  private void list(Context context) {
    String city = context.pathParam("city");
    reading.one(
        context,
        (records, caller, id) ->
            parts.find(records, caller, id, city).map(part -> lines(records, part)));
  }

  /// Drafts an introduction of each partner of the part that was not introduced for its need yet,
  /// unless the city declined it or prefers another one.
  public WriteEndpoint.Work add(Input input, Caller caller) {
    return changing(
        input,
        caller,
        "plan.introduce",
        (records, part, stamp) ->
            left(part, introduced(records, part))
                .forEach(each -> draft(records, part.city(), each, stamp)));
  }

  /// Takes back all drafts of the part in one step; what was sent stays.
  public WriteEndpoint.Work takeBack(Input input, Caller caller) {
    return changing(
        input,
        caller,
        "plan.take_back",
        (records, part, stamp) -> {
          Map<String, Introduction> introduced = introduced(records, part);
          drafts(part, introduced)
              .forEach(
                  each ->
                      records
                          .introductions()
                          .withdraw(each.id(), each.steps().getFirst().number(), "", stamp));
        });
  }

  private interface Change {
    void make(Records records, PlanView.Part part, Stamp stamp);
  }

  private WriteEndpoint.Work changing(Input input, Caller caller, String action, Change change) {
    String id = input.path("id");
    String city = input.path("city");
    return (records, stamp) -> {
      PlanView.Part part =
          parts.find(records, caller, id, city).orElseThrow(() -> ReadEndpoint.noSuchRecord(id));
      if (!caller.mayChange(part.city())) {
        throw Guard.forbidden();
      }
      change.make(records, part, stamp);
      return WriteEndpoint.Done.changed(action, "plan " + id + ", " + city, lines(records, part));
    };
  }

  static Stream<Introduction> drafts(PlanView.Part part, Map<String, Introduction> introduced) {
    return lines(part, introduced).items().stream()
        .flatMap(each -> Stream.ofNullable(introduced.get(key(each.need(), each.partner()))))
        .filter(each -> each.stage() == Introduction.Stage.DRAFTED);
  }

  static boolean isAnyLeft(PlanView.Part part, Map<String, Introduction> introduced) {
    return left(part, introduced).findAny().isPresent();
  }

  /// The lines that are introduced with all others. If the city prefers another partner, a person
  /// chooses between the two.
  private static Stream<Line> left(PlanView.Part part, Map<String, Introduction> introduced) {
    PlanReplies responses = new PlanReplies(part.answers());
    return lines(part, introduced).items().stream()
        .filter(each -> each.introduction() == null)
        .filter(
            each ->
                responses
                    .to(part.city(), each.need(), each.partner())
                    .map(PlanReply.Sort.ACCEPT::equals)
                    .orElse(true));
  }

  private void draft(Records records, EntryId city, Line line, Stamp stamp) {
    Introduction.Step first =
        new Introduction.Step(Introduction.Stage.DRAFTED, LocalDate.now(clock), null, "", stamp);
    var _ =
        records
            .introductions()
            .add(
                new Introduction(
                    0, "", city, line.need(), line.kind(), line.partner(), stamp, List.of(first)));
  }

  private static Lines lines(Records records, PlanView.Part part) {
    return lines(part, introduced(records, part));
  }

  private static Lines lines(PlanView.Part part, Map<String, Introduction> introduced) {
    List<Line> lines = new ArrayList<>();
    for (CityShare.OfNeed need : needs(part)) {
      for (CityShare.Got got : need.got()) {
        Introduction made = introduced.get(key(need.need(), got.partner()));
        String id = made == null ? null : made.id();
        String letter = id == null ? null : "/api/v1/introductions/" + id + "/letter";
        lines.add(new Line(need.need(), got.kind(), got.partner(), id, letter));
      }
    }
    return new Lines(lines);
  }

  private static List<CityShare.OfNeed> needs(PlanView.Part part) {
    return Optional.ofNullable(part.partners()).map(CityShare::needs).orElse(List.of());
  }

  /// The introductions of a city, by need and partner; the oldest of each.
  static Map<String, Introduction> introduced(Records records, PlanView.Part part) {
    Map<String, Introduction> introduced = new HashMap<>();
    if (part.partners() != null) {
      for (Introduction each :
          records.introductions().list(part.city(), null, Page.NEWEST, MOST).items()) {
        introduced.put(key(each.need(), each.partner()), each);
      }
    }
    return introduced;
  }

  static String key(@Nullable EntryId need, EntryId partner) {
    return need + " " + partner;
  }
}
