package greenpair.web.assistant;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.match.Recommender;
import greenpair.message.Message;
import greenpair.plan.PlanObserver;
import greenpair.plan.input.PartnersResult;
import greenpair.plan.input.PlanRequest;
import greenpair.web.answers.LiveAnswerParts;
import greenpair.web.answers.MatchAndSearchRoutes;
import greenpair.web.answers.StoredRequest;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Input;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The read-only tools of assistants. If the API has a route for the question, the tool calls it;
/// otherwise arguments are read by the same rules.
final class Tools {
  private static final int MOST_CITIES = 50;

  private final MatchAndSearchRoutes questions;
  private final EntryTools entries;
  private final LiveAnswerParts engines;
  private final Taxonomy taxonomy;

  Tools(
      MatchAndSearchRoutes questions,
      Recommender recommender,
      LiveAnswerParts engines,
      Taxonomy taxonomy) {
    this.questions = questions;
    this.entries = new EntryTools(recommender);
    this.engines = engines;
    this.taxonomy = taxonomy;
  }

  record Planned(String generation, String configuration, PartnersResult partners) {}

  List<Tool> all() {
    return List.of(
        new Tool(
            "search",
            "Search the catalog",
            "Finds firms, financiers, solutions, cities, needs and past projects by words in"
                + " English or Chinese. Use it first, to learn the ids that other tools take.",
            Schemas.of(
                Schemas.text("q", "search words, in English or Chinese"),
                Schemas.words("kind", "kinds of entries", Kind.values()),
                Schemas.texts("technology", "codes of technologies, such as TRN.PUB.EBS"),
                Schemas.texts("country", "ISO 3166-1 alpha-2, such as CN"),
                Schemas.whole("limit", 1, 100),
                Schemas.text("cursor", "`next` of the previous page"),
                Schemas.language()),
            List.of("q"),
            this::search),
        new Tool(
            "recommend",
            "Recommend partners or solutions for a need",
            "Ranks firms, financiers, solutions or experts for a need of a city, with reasons,"
                + " proof, checks, sources and what is unknown. Leads without proof are listed"
                + " separately; do not present them as recommendations.",
            Schemas.of(
                Schemas.text("need", "id of the need"),
                Schemas.word("kind", "kind to rank", EntryTools.RANKED),
                Schemas.whole("from", 0, 1_000_000),
                Schemas.whole("limit", 1, 100),
                Schemas.language()),
            List.of("need", "kind"),
            this::recommend),
        entries.explain(),
        entries.compare(),
        new Tool(
            "gaps",
            "List how well needs are served",
            "Lists the open needs of the programme's cities with how many firms, financiers and"
                + " solutions are recommended for each; a gap is a need without a proven firm.",
            Schemas.of(
                Schemas.whole("from", 0, 1_000_000),
                Schemas.whole("limit", 1, 100),
                Schemas.language()),
            List.of(),
            this::gaps),
        new Tool(
            "plan",
            "Plan partners for many cities at once",
            "Chooses firms, financiers and experts for all open needs of cities together, so that"
                + " no partner is on too many lists. For coordinators only. The plan is not"
                + " stored.",
            Schemas.of(
                Schemas.texts("cities", "ids of cities; all cities of the programme if omitted"),
                Schemas.whole("capacity", 1, 1_000),
                Schemas.language()),
            List.of(),
            this::plan));
  }

  private Object search(Input input, BodyFields fields, Tool.ToolCaller eyes) {
    ApiAddress address = new ApiAddress("/api/v1/search");
    address.add("q", fields.string("q"));
    address.addAll("kind", words(fields, "kind"));
    address.addAll("technology", words(fields, "technology"));
    address.addAll("country", words(fields, "country"));
    address.add("limit", fields.whole("limit", 1, 100));
    address.add("cursor", fields.string("cursor"));
    return ask(address, input);
  }

  private Object recommend(Input input, BodyFields fields, Tool.ToolCaller eyes) {
    EntryId need = EntryTools.required(input, input.need("need", fields.string("need"), null));
    String kind = fields.string("kind");
    Long from = fields.whole("from", 0, 1_000_000);
    Long limit = fields.whole("limit", 1, 100);
    ApiAddress address = new ApiAddress("/api/v1/needs/" + need + "/recommendations");
    address.add("kind", kind);
    address.add("from", from);
    address.add("limit", limit);
    return ask(address, input);
  }

  private Object gaps(Input input, BodyFields fields, Tool.ToolCaller eyes) {
    ApiAddress address = new ApiAddress("/api/v1/gaps");
    address.add("from", fields.whole("from", 0, 1_000_000));
    address.add("limit", fields.whole("limit", 1, 100));
    return ask(address, input);
  }

  /// Calls the API, which validates the address.
  private Object ask(ApiAddress address, Input input) {
    input.check();
    StoredRequest question = StoredRequest.get(address.toString());
    return questions.read(question, input.snapshot(), taxonomy).making().make(input.snapshot());
  }

  private Object plan(Input input, BodyFields fields, Tool.ToolCaller eyes) {
    if (!eyes.mayPlan()) {
      Message detail = Message.of("assistant.coordinators");
      throw new RefusedException(ProblemKind.FORBIDDEN, detail);
    }
    List<EntryId> cities =
        fields.list("cities", (at, word) -> Optional.ofNullable(input.city(at, word)));
    if (cities.size() > MOST_CITIES) {
      input.fault(
          "cities",
          String.valueOf(cities.size()),
          Message.of("assistant.cities", "most", MOST_CITIES),
          Message.of("next.fewer"));
    }
    Long capacity = fields.whole("capacity", 1, 1_000);
    input.check();
    PlanRequest.Partners request =
        new PlanRequest.Partners(
            cities,
            null,
            null,
            0,
            capacity == null ? null : capacity.intValue(),
            Map.of(),
            List.of(),
            List.of(),
            0,
            false,
            List.of(),
            null,
            null,
            null,
            Map.of(),
            null,
            List.of());
    String configuration = input.snapshot().configuration();
    return new Planned(
        input.snapshot().manifest().id(),
        configuration,
        PartnersResult.of(
            engines
                .of(configuration)
                .planner()
                .partners(request, input.snapshot(), PlanObserver.NONE)));
  }

  private static List<String> words(BodyFields fields, String name) {
    return fields.list(name, (at, word) -> Optional.of(word));
  }
}
