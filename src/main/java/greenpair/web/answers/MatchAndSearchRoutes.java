package greenpair.web.answers;

import module java.base;

import greenpair.index.read.Snapshot;
import greenpair.match.Gaps;
import greenpair.match.Opportunities;
import greenpair.match.Packages;
import greenpair.match.reason.Answer;
import greenpair.message.Message;
import greenpair.search.SearchResponse;
import greenpair.search.Suggestions;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.http.RefusedException;
import greenpair.web.input.Input;
import greenpair.web.input.Parameters;
import greenpair.web.input.Slice;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/// The questions that match and search answer: their routes and parsers. These routes are served,
/// and their answers can be saved and reproduced.
public final class MatchAndSearchRoutes {
  private final List<Endpoint> matches = new ArrayList<>();
  private final List<Endpoint> searches = new ArrayList<>();

  /// A route and how its requests are read.
  ///
  /// @param description of the route, without its handler
  public record Endpoint(Route description, AnswerEndpoint.RequestParser parser) {}

  public MatchAndSearchRoutes(LiveAnswerParts answerParts) {
    RecommendationHandler recommendations = new RecommendationHandler(answerParts);
    add(
        matches,
        get("/api/v1/cities/{id}/recommendations", "us-ca-losangeles")
            .as("recommendationsOfCity", RecommendationHandler.OfCity.class, Answer.class),
        recommendations::ofCity);
    add(
        matches,
        get("/api/v1/needs/{id}/recommendations", "us-ca-losangeles-n1")
            .as(
                "recommendationsOfNeed",
                RecommendationHandler.RecommendationQuery.class,
                Answer.class),
        recommendations::ofNeed);
    add(
        matches,
        Route.post("/api/v1/recommendations", Access.READ, NONE)
            .as(
                "recommendationsOfDescription",
                RecommendationHandler.DescribedNeed.class,
                Answer.class)
            .example(
                "{'city': 'us-ca-berkeley', 'text': 'We want to replace gas boilers in public"
                    + " housing by heat pumps.', 'limit': 3}")
            .example(
                "{'kind': 'financier', 'city': 'cn-shenzhen', 'technologies': ['TRN.PUB.EBS'],"
                    + " 'instruments': ['FIN.GBD'], 'budget':"
                    + " {'min': 5000000, 'max': 20000000, 'currency': 'USD'},"
                    + " 'lang': 'zh'}")
            .example(
                "{'kind': 'solution', 'city': {'name': {'en': 'Riverton'}, 'country': 'CN',"
                    + " 'region': 'CN-LN', 'place': {'lat': 41.8, 'lon': 123.4}, 'population':"
                    + " {'count': 900000, 'year': 2020, 'scope': 'prefecture'}, 'koppen': 'Dwa',"
                    + " 'building_zone': 'severe-cold', 'heating_network': 'yes', 'grid':"
                    + " {'factor': 0.5, 'year': 2022, 'region': 'Northeast China'},"
                    + " 'memberships': ['C40']}, 'text': 'industrial waste heat for heating'}")
            .example("{'city': 'us-ca-losangeles', 'need': 'us-ca-losangeles-n2'}"),
        recommendations::described);
    MatchingHandler matching = new MatchingHandler(answerParts);
    add(
        matches,
        get("/api/v1/needs/{id}/packages", "us-ca-losangeles-n2")
            .as("packagesOfNeed", MatchingHandler.Packages.class, Packages.class),
        matching::packages);
    add(
        matches,
        get("/api/v1/gaps", "").as("gaps", Slice.InLanguage.class, Gaps.class),
        matching::gaps);
    add(
        matches,
        get("/api/v1/partners/{id}/opportunities", "adb")
            .as("opportunities", MatchingHandler.Opportunities.class, Opportunities.class),
        matching::opportunities);
    SearchHandler search = new SearchHandler(answerParts);
    add(
        searches,
        get("/api/v1/search", "").as("search", SearchHandler.WordQuery.class, SearchResponse.class),
        search::search);
    add(
        searches,
        get("/api/v1/suggestions", "")
            .as("suggestions", SearchHandler.Typed.class, Suggestions.Suggested.class),
        search::suggestions);
  }

  private static final Handler NONE =
      context -> {
        throw new IllegalStateException("a description is not served");
      };

  private static Route get(String path, String id) {
    return Route.get(path, Access.READ, NONE).where("id", id);
  }

  private static void add(
      List<Endpoint> group, Route description, AnswerEndpoint.RequestParser parser) {
    group.add(new Endpoint(description, parser));
  }

  public List<Endpoint> all() {
    return Stream.concat(matches.stream(), searches.stream()).toList();
  }

  /// The routes of recommendations, packages, gaps and opportunities.
  public List<Route> matches(AnswerEndpoint answering) {
    return served(matches, answering);
  }

  /// The routes of searches and suggestions.
  public List<Route> searches(AnswerEndpoint answering) {
    return served(searches, answering);
  }

  private static List<Route> served(List<Endpoint> group, AnswerEndpoint answering) {
    return group.stream()
        .map(
            each ->
                each.description()
                    .withHandler(
                        each.description().method().equals(HandlerType.GET)
                            ? context -> answering.answerByAddress(context, each.parser())
                            : context -> answering.answer(context, each.parser())))
        .toList();
  }

  /// The request of a stored question.
  ///
  /// @throws RefusedException with all faults
  public AnswerEndpoint.ParsedRequest read(StoredRequest question, Snapshot snapshot) {
    for (Endpoint each : all()) {
      Optional<Map<String, String>> parts =
          each.description().method().name().equals(question.method())
              ? parts(each.description().path(), question.path())
              : Optional.empty();
      if (parts.isPresent()) {
        return each.parser().read(new Input(question.sent(parts.get()), snapshot));
      }
    }
    throw RefusedException.invalid(
        "address",
        question.method() + " " + question.address(),
        Message.of("record.question"),
        Message.of("record.question.next"));
  }

  /// The named parts of a path, or nothing if it is none of that form.
  private static Optional<Map<String, String>> parts(String form, String path) {
    Matcher found = Pattern.compile(form.replaceAll("\\{(\\w+)}", "(?<$1>[^/]*)")).matcher(path);
    if (!found.matches()) {
      return Optional.empty();
    }
    Map<String, String> parts = new HashMap<>();
    found
        .namedGroups()
        .keySet()
        .forEach(
            name -> {
              String part = found.group(name);
              parts.put(name, Parameters.decode(part).orElse(part));
            });
    return Optional.of(parts);
  }
}
