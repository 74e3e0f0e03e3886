package greenpair.web.assistant;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.match.Recommender;
import greenpair.message.Message;
import greenpair.plan.PlanObserver;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.input.PlanResult.PartnersResult;
import greenpair.web.answers.LiveAnswerParts;
import greenpair.web.answers.MatchAndSearchRoutes;
import greenpair.web.answers.StoredRequest;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Input;
import greenpair.web.input.Request;
import greenpair.web.input.Rules;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The read-only tools of assistants. If the API has a route for the question, the tool calls it;
/// otherwise arguments are read by the same rules.
final class Tools {
  private static final int MOST_CITIES = 50;

  @SuppressWarnings("UnusedVariable") // Annotations read it.
  private static final int FARTHEST = 1_000_000;

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

  record Search(
      @Rules.Required String q,
      List<Kind> kind,
      List<Code> technology,
      List<String> country,
      @Rules.Range(min = 1, max = 100) @Nullable Integer limit,
      @Nullable String cursor,
      @Nullable Language lang)
      implements Tool.Arguments {}

  record Recommend(
      @Rules.Known(Kind.NEED) @Rules.Required EntryId need,
      @Rules.OneOf({"firm", "financier", "solution", "expert"}) @Rules.Required Kind kind,
      @Rules.Range(min = 0, max = FARTHEST) @Nullable Integer from,
      @Rules.Range(min = 1, max = 100) @Nullable Integer limit,
      @Nullable Language lang)
      implements Tool.Arguments {}

  record OfGaps(
      @Rules.Range(min = 0, max = FARTHEST) @Nullable Integer from,
      @Rules.Range(min = 1, max = 100) @Nullable Integer limit,
      @Nullable Language lang)
      implements Tool.Arguments {}

  record OfPlan(
      @Rules.Known(Kind.CITY) List<EntryId> cities,
      @Rules.Range(min = 1, max = 1_000) @Nullable Integer capacity,
      @Nullable Language lang)
      implements Tool.Arguments, Request {
    @Override
    public void check(BodyFields fields) {
      if (cities.size() > MOST_CITIES) {
        fields
            .checks()
            .fault(
                "cities",
                String.valueOf(cities.size()),
                Message.of("assistant.cities", "most", MOST_CITIES),
                Message.of("next.fewer"));
      }
    }
  }

  List<Tool<?>> all() {
    return List.of(
        new Tool<>(
            "search",
            "Search the catalog",
            "Finds firms, financiers, solutions, cities, needs and past projects by words in"
                + " English or Chinese. Use it first, to learn the ids that other tools take.",
            Search.class,
            this::search),
        new Tool<>(
            "recommend",
            "Recommend partners or solutions for a need",
            "Ranks firms, financiers, solutions or experts for a need of a city, with reasons,"
                + " proof, checks, sources and what is unknown. Leads without proof are listed"
                + " separately; do not present them as recommendations.",
            Recommend.class,
            this::recommend),
        entries.explain(),
        entries.compare(),
        new Tool<>(
            "gaps",
            "List how well needs are served",
            "Lists the open needs of the programme's cities with how many firms, financiers and"
                + " solutions are recommended for each; a gap is a need without a proven firm.",
            OfGaps.class,
            this::gaps),
        new Tool<>(
            "plan",
            "Plan partners for many cities at once",
            "Chooses firms, financiers and experts for all open needs of cities together, so that"
                + " no partner is on too many lists. For coordinators only. The plan is not"
                + " stored.",
            OfPlan.class,
            this::plan));
  }

  private Object search(Search given, Input input, Tool.ToolCaller caller) {
    ApiAddress address = new ApiAddress("/api/v1/search");
    address.add("q", given.q());
    address.addAll("kind", given.kind().stream().map(Kind::word).toList());
    address.addAll("technology", given.technology().stream().map(Code::value).toList());
    address.addAll("country", given.country());
    address.add("limit", given.limit());
    address.add("cursor", given.cursor());
    return ask(address, input);
  }

  private Object recommend(Recommend given, Input input, Tool.ToolCaller caller) {
    ApiAddress address = new ApiAddress("/api/v1/needs/" + given.need() + "/recommendations");
    address.add("kind", given.kind().word());
    address.add("from", given.from());
    address.add("limit", given.limit());
    return ask(address, input);
  }

  private Object gaps(OfGaps given, Input input, Tool.ToolCaller caller) {
    ApiAddress address = new ApiAddress("/api/v1/gaps");
    address.add("from", given.from());
    address.add("limit", given.limit());
    return ask(address, input);
  }

  /// Calls the API, which validates the address.
  private Object ask(ApiAddress address, Input input) {
    StoredRequest question = StoredRequest.get(address.toString());
    return questions.read(question, input.snapshot(), taxonomy).making().make(input.snapshot());
  }

  private Object plan(OfPlan given, Input input, Tool.ToolCaller caller) {
    if (!caller.mayPlan()) {
      Message detail = Message.of("assistant.coordinators");
      throw new RefusedException(ProblemKind.FORBIDDEN, detail);
    }
    PlanRequest.Partners request =
        new PlanRequest.Partners(
            given.cities(),
            null,
            null,
            0,
            given.capacity(),
            Map.of(),
            List.of(),
            List.of(),
            0,
            List.of(),
            null,
            null,
            null,
            Map.of(),
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

  /// An address of the API in the making.
  static final class ApiAddress {
    private final String path;
    private final List<String> pairs = new ArrayList<>();

    ApiAddress(String path) {
      this.path = path;
    }

    void add(String name, @Nullable Object value) {
      if (value != null) {
        pairs.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
      }
    }

    void addAll(String name, List<String> values) {
      values.forEach(each -> add(name, each));
    }

    @Override
    public String toString() {
      return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
    }
  }
}
