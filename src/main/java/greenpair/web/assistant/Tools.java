package greenpair.web.assistant;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.catalog.value.Rule;
import greenpair.match.RecommendationRequest;
import greenpair.match.reason.Answer;
import greenpair.message.Message;
import greenpair.plan.PlanObserver;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.input.PlanResult;
import greenpair.plan.input.PlanResult.PartnersResult;
import greenpair.web.answers.LiveAnswerParts;
import greenpair.web.answers.MatchAndSearchRoutes;
import greenpair.web.answers.StoredRequest;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.input.Input;
import greenpair.web.input.Parameters;
import greenpair.web.input.Rules;
import greenpair.web.plans.PlanRequests;
import org.jspecify.annotations.Nullable;

/// The read-only tools of assistants. If the API has a route for the question, the tool calls it;
/// otherwise arguments are read by the same rules.
record Tools(MatchAndSearchRoutes questions, LiveAnswerParts answerParts) {

  record Planned(String generation, String configuration, PartnersResult partners) {}

  record Search(
      @Nullable String q,
      @Rules.Searched List<Kind> kind,
      List<Code> technology,
      List<String> country,
      @Rule.Range(min = 1, max = RecommendationRequest.MAX_LIMIT) @Nullable Integer limit,
      @Nullable String cursor,
      @Nullable Language lang)
      implements Tool.Arguments {}

  record Recommend(
      @Rules.Known(Kind.NEED) @Rules.Required EntryId need,
      @Rule.OneOf({"firm", "financier", "solution", "expert"}) @Rules.Required Kind kind,
      @Rule.Range(min = 0, max = Parameters.FARTHEST) @Nullable Integer from,
      @Rule.Range(min = 1, max = RecommendationRequest.MAX_LIMIT) @Nullable Integer limit,
      @Nullable Language lang)
      implements Tool.Arguments {}

  record OfGaps(
      @Nullable String cursor,
      @Rule.Range(min = 1, max = RecommendationRequest.MAX_LIMIT) @Nullable Integer limit,
      @Nullable Language lang)
      implements Tool.Arguments {}

  record OfPlan(
      @Rules.Known(Kind.CITY) @Rule.Most(50) List<EntryId> cities,
      @Rule.Range(min = 1, max = 1_000) @Nullable Integer capacity,
      @Nullable Language lang)
      implements Tool.Arguments {}

  List<Tool<?>> all() {
    return List.of(
        asking(
            "/api/v1/search",
            "search",
            "Search the catalog",
            "Finds firms, financiers, solutions, cities, needs and past projects by words in"
                + " English or Chinese. Use it first, to learn the ids that other tools take.",
            Search.class),
        asking(
            "/api/v1/needs/{need}/recommendations",
            "recommend",
            "Recommend partners or solutions for a need",
            "Ranks firms, financiers, solutions or experts for a need of a city, with reasons,"
                + " proof, checks, sources and what is unknown. Leads without proof are listed"
                + " separately; do not present them as recommendations.",
            Recommend.class),
        new Tool<>(
            "explain",
            "Explain one entry for a need",
            "Explains why a firm, financier, solution or expert fits a need or does not: every part"
                + " of its score, its checks and their sources, what is unknown and what would"
                + " change.",
            Explain.class,
            this::explain),
        new Tool<>(
            "compare",
            "Compare entries side by side",
            "Shows up to four firms, financiers, solutions or experts with all that is known of"
                + " each and, for a need, how each fits it.",
            Compare.class,
            this::compare),
        asking(
            "/api/v1/gaps",
            "gaps",
            "List how well needs are served",
            "Lists the open needs of the programme's cities with how many firms, financiers and"
                + " solutions are recommended for each; a gap is a need without a proven firm.",
            OfGaps.class),
        new Tool<>(
            "plan",
            "Plan partners for many cities at once",
            "Chooses firms and financiers for all open needs of cities together, so that no"
                + " partner is on too many lists. For coordinators only. The plan is not stored.",
            OfPlan.class,
            this::plan));
  }

  /// Asks a route of the API, with the arguments that its path does not name as parameters.
  private Object ask(String path, Tool.Arguments given, Input input) {
    String address = path;
    List<String> pairs = new ArrayList<>();
    for (FieldTable.Field field : FieldTable.of(given.getClass())) {
      Object value = field.key().equals("lang") ? null : field.of(given);
      String part = "{" + field.key() + "}";
      if (value != null && path.contains(part)) {
        address = address.replace(part, value.toString());
      } else if (value != null) {
        for (Object each : value instanceof List<?> all ? all : List.of(value)) {
          String word = each instanceof Kind kind ? kind.word() : each.toString();
          pairs.add(field.key() + "=" + URLEncoder.encode(word, StandardCharsets.UTF_8));
        }
      }
    }
    StoredRequest question = StoredRequest.get(address + "?" + String.join("&", pairs));
    return questions.read(question, input.snapshot()).making().make(input.snapshot());
  }

  private <A extends Tool.Arguments> Tool<A> asking(
      String path, String name, String title, String description, Class<A> arguments) {
    return new Tool<>(
        name, title, description, arguments, (given, input, caller) -> ask(path, given, input));
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
            List.of(),
            PlanRequests.vetoes(caller.vetoes().get(), input.snapshot()));
    String configuration = input.snapshot().configuration();
    PlanResult made =
        answerParts.of(configuration).planner().make(request, input.snapshot(), PlanObserver.NONE);
    return new Planned(
        input.snapshot().manifest().id(),
        configuration,
        PartnersResult.of(request, (PlanResult.Partners) made));
  }

  record Explain(
      @Rules.Known(Kind.NEED) @Rules.Required EntryId need,
      @Rule.OneOf({"firm", "financier", "solution", "expert"}) @Rules.Required Kind kind,
      @Rules.Known(kindIn = "kind") @Rules.Required EntryId id,
      @Nullable Language lang)
      implements Tool.Arguments {}

  record Compare(
      @Rule.OneOf({"firm", "financier", "solution", "expert"}) @Rules.Required Kind kind,
      @Rules.Known(kindIn = "kind") @Rule.Most(value = 4, least = 2) @Rules.Required
          List<EntryId> ids,
      @Rules.Known(Kind.NEED) @Nullable EntryId need,
      @Nullable Language lang)
      implements Tool.Arguments {}

  /// Why one entry is recommended for a need, or is not.
  record Explained(
      String generation,
      String configuration,
      EntryId need,
      Answer.Recommendation recommendation) {}

  /// Entries of one kind side by side.
  ///
  /// @param recommendations how each fits the need, in the order of the entries; empty without one
  record Compared(
      String generation,
      String configuration,
      Kind kind,
      List<Entry> entries,
      List<Answer.Recommendation> recommendations) {}

  private Object explain(Explain given, Input input, Tool.ToolCaller caller) {
    return new Explained(
        input.snapshot().manifest().id(),
        input.snapshot().configuration(),
        given.need(),
        explained(given.kind(), given.id(), given.need(), input));
  }

  private Answer.Recommendation explained(Kind kind, EntryId id, EntryId need, Input input) {
    Need found = (Need) input.snapshot().entry(Kind.NEED, need).orElseThrow();
    RecommendationRequest request = RecommendationRequest.ofNeed(kind, found.city(), need, 1);
    return answerParts.recommender(input.snapshot()).explain(request, id, input.snapshot());
  }

  private Object compare(Compare given, Input input, Tool.ToolCaller caller) {
    Kind kind = given.kind();
    List<Entry> entries =
        given.ids().stream()
            .map(id -> input.snapshot().entry(kind, id).orElseThrow())
            .map(entry -> caller.view().see(entry, input.snapshot()))
            .toList();
    caller.view().writeDown();
    EntryId need = given.need();
    List<Answer.Recommendation> recommendations =
        need == null
            ? List.of()
            : given.ids().stream().map(id -> explained(kind, id, need, input)).toList();
    return new Compared(
        input.snapshot().manifest().id(),
        input.snapshot().configuration(),
        kind,
        entries,
        recommendations);
  }
}
